"""`python build.py` builds the edition; `python build.py --help` lists what else it does."""

from edition.cli import main

if __name__ == "__main__":
    main()
