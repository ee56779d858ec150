"""briefing: news articles as headed sections and attributed quotes, in any terminal."""

__version__ = "0.1.0"
