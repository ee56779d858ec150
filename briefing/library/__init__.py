"""The facade over store, sources and text."""
