# The people who work with the student.

team-lead = Puede llamar o escribir a cualquiera de estas personas.
team-first = Llame primero a esta persona
team-hours = Mejor horario: { $hours }
