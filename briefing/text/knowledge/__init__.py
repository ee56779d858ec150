"""What the program knows of the world: places, themes, people and bodies, in every language and spelling."""
