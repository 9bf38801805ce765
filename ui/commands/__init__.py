"""The commands of ``quanze``, one file each: HELP, ``add_arguments(parser)`` and ``run(args, services)``."""
