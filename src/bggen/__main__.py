from bggen.cli import main

main()
