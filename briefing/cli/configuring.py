"""`briefing config`."""

from typing import Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Json, Linear, PrintSchema, Width
from briefing.errors import UsageError


def config(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this setting's value.")] = None,
    width: Width = None,
    linear: Linear = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """Say what is set, and where it comes from: a file and its line, a variable, an option, or the default.

    Settings are read from /etc/briefing/config.toml, then from your config.toml, then from BRIEFING_LIBRARY and
    BRIEFING_LINEAR, then from the command line; what comes later counts. briefing doctor says where the files lie.
    In a pipe tab-separated values: name, value, origin.

    \b
    Examples:
      briefing config
      briefing config library
      briefing config --json | jq -r 'select(.origin != "default") | .name'
    """  # noqa: D301
    if print_schema:
        scope.write_schema("setting")
        return
    from briefing.config import NAMES, in_force

    if name is not None and name not in NAMES:
        raise UsageError(f"There is no setting '{name}'.", f"Known are {', '.join(NAMES)}.")
    settings = [setting for setting in in_force(scope.flags()) if name in (None, setting.name)]
    output = scope.output(width, linear=linear)
    if json:
        from briefing.render.contract import setting_json

        scope.write_json(map(setting_json, settings))
        return
    from briefing.render import settings as render

    if name is not None:
        scope.write_lines(map(render.value_text, settings))
    elif output.form == "drawn":
        rows = render.setting_rows(settings)
        scope.write_rows(lambda _: rows, "".join(row.text for row in rows), output, table=True)
    else:
        scope.write_lines(map(render.setting_line if output.form == "lines" else render.setting_sentence, settings))
