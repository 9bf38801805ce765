"""The commands of ``quanze``, one file each: ``add_arguments(parser)`` and ``run(args, services)``."""
