"""The people and bodies of one article: fullest names, roles and their holders, who spoke last."""
