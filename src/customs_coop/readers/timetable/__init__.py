"""The timetable: a resolution with a programme of work in its annex, as in 9710/1/97."""
