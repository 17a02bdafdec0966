"""How all that ships is made: the studio's parts, the networks that cut out and look, and what measures them.

`python -m bggen.train --help` lists the steps. Nothing outside this package imports it.
"""
