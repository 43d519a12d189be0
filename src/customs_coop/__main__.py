"""`python -m customs_coop` is the command `customs-coop`."""

from customs_coop.cli import main

if __name__ == "__main__":
    main()
