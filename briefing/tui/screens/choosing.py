"""What keys do with the list as a whole: filter it, search in it, sort it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from briefing.query.tree import EVERYTHING, Node
from briefing.tui.screens.correcting import CorrectingScreen
from briefing.tui.shelf import ORDERS, View
from briefing.tui.widgets.article_list import ArticleList


class ChoosingScreen(CorrectingScreen):
    """Filtering, searching, sorting."""

    _query: str = ""
    """What is searched for in the list."""
    _matches: tuple[int, ...] = ()
    """Positions in the list of what was found, in rising order."""

    # -- filtering --------------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Asks which articles the list is to show; the line begins with what it shows."""
        self.open_prompt("filter", str(self.shelf.view.query or ""))

    def filter_given(self, line: str | None) -> None:
        """Shows only what fits, all if the line is empty; nothing changes if it was left or if nothing fits."""
        query = None if line is None else self._parsed(line)
        if query is not None:
            self.go_to_pane("list")
            self._show(View(None if query == EVERYTHING else query, self.shelf.view.order))

    def end_filter(self) -> None:
        """Shows all articles again."""
        self._show(View(None, self.shelf.view.order))

    def action_sort(self) -> None:
        """Puts the list in the next order."""
        view = self.shelf.view
        orders = [order for order in ORDERS if order != "relevance" or view.query]
        self._show(View(view.query, orders[(orders.index(view.order) + 1) % len(orders)]))

    def _show(self, view: View) -> None:
        """Lets the list show what a view asks for, the cursor on its article if that is there still."""
        self._end_search()
        number = self.shelf.numbers[self.articles.cursor] if len(self.shelf) else 0
        found = self.attempt(lambda: self.shelf.show(view))
        if found is False:
            self.status.say(f"Nothing fits: {view.query}")
        elif found:
            self._draw_list(number)
            count = len(self.shelf)
            filtered = f"{count} article{'' if count == 1 else 's'}: {view.query}  Esc shows all"
            self.status.say(filtered if view.query else f"all articles, {view.words}")

    # -- searching --------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Asks what to find in the list."""
        self.open_prompt("search", "")

    def search_given(self, line: str | None) -> None:
        """Goes to the next article in the list that fits."""
        words = (line or "").strip()
        query = self._parsed(words) if words else None
        if query is None:
            return
        found = self.attempt(lambda: self._positions(query))
        self._query, self._matches = words, found or ()
        if found:
            self._go_to_match(bisect_left(found, self.articles.cursor) % len(found))
        elif found is not None:
            self.status.say(f"Not in this list: {self._query}")

    def _parsed(self, line: str) -> Node | None:
        from briefing.query.parser import parse

        return self.attempt(lambda: parse(line))

    def _positions(self, query: Node) -> tuple[int, ...]:
        found = {number for number, _ in self.library.found(query)}
        return tuple(place for place, number in enumerate(self.shelf.numbers) if number in found)

    def _go_to_match(self, index: int) -> None:
        self.articles.go_to(self._matches[index])
        self.status.say(f"/{index + 1} of {len(self._matches)}: {self._query}  n N, Esc ends")

    def _end_search(self) -> bool:
        """Forgets what was searched for; False if nothing was."""
        was, self._query, self._matches = bool(self._matches), "", ()
        return was

    def action_next(self, step: int) -> None:
        """In the list goes to the next match while a search is live; else as in the text."""
        if self.pane != "list" or not self._matches:
            super().action_next(step)
            return
        cursor, count = self.articles.cursor, len(self._matches)
        place = bisect_right(self._matches, cursor) if step > 0 else bisect_left(self._matches, cursor) - 1
        self._go_to_match(place % count)

    def action_escape(self) -> None:
        """In the list ends the search, then the filter; else as in the text."""
        if self.pane != "list" or self.zoomed:
            super().action_escape()
        elif self._end_search():
            self.status.say("")
        elif self.shelf.view.query:
            self.end_filter()
        else:
            super().action_escape()

    def _draw_list(self, number: int) -> None:
        """Draws the list after its articles have changed, the cursor on the article with this number if it is there."""
        self.articles.measure()
        position = self.shelf.position(number)
        self.articles.set_reactive(ArticleList.cursor, 0)
        self.articles.place_cursor(position or 0)
        self.articles.show_cursor()
        self.articles.refresh()
        self._title.update()
