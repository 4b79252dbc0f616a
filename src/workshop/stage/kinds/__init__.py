"""How each kind of step is drawn. Every module has `beats(page)`, its number of reveals, and `draw(page)`."""
