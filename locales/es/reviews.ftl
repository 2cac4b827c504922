# Reviews: what the team decided, and finished goals. Meetings stand at the end.

page-reviews = Revisiones
reviews-lead = Lo que decidimos juntos. Primero, lo más reciente.
reviews-none = Todavía no hay ninguna revisión.
review-formal = Revisión del avance
review-brief = Una revisión breve
review-title = Revisión del avance, { $date }
review-title-brief = Revisión breve, { $date }
review-period = Revisamos del { $from } al { $to }.
review-decided = Lo que decidimos
review-said = De qué más hablamos
review-present = Quiénes estuvieron
review-next = La próxima revisión
review-next-none = Todavía no hay fecha.
review-ask = Puede preguntar sobre esto cuando quiera.

# The table of decisions: as short as can be.
verdict-continue = Seguir igual
verdict-adjust = Hacer un cambio
verdict-raise = Apuntar más alto
verdict-transition = La siguiente etapa
verdict-met = Meta alcanzada
verdict-end = Meta cerrada

# The numbers of the time that a review looks back on. $n is how many checks.
# $first is an amount from goals.ftl, $last is short.
span = { $n ->
    [one] { $n } comprobación
    [many] { $n } de comprobaciones
   *[other] { $n } comprobaciones
} en este tiempo: de { $first } a <b>{ $last }</b>.
span-none = No hubo ninguna comprobación en este tiempo.

# People without a name of their own in a list.
party-family = la familia
party-mother = la mamá de { $name }
party-father = el papá de { $name }
party-interpreter = intérprete

# Goals that have ended.
page-finished = Metas terminadas
finished-lead = En lo que { $name } trabajó y ya quedó atrás.
finished-met = { $name } alcanzó esta meta el { $date }.
finished-on = Cerramos esta meta el { $date }.

# What the family asked for, and what came of it.
asks = Lo que usted pidió
you-asked = Usted pidió: { $what }
we-did = Lo que hicimos: { $what }

# Meetings.
meet-who = Con { $who }
meet-booked = Ya está reservado un intérprete de { $language }. Es gratis.
planning-week = El equipo docente planea junto cada semana. La próxima vez es el { $date }.
planning-two-weeks = El equipo docente planea junto cada dos semanas. La próxima vez es el { $date }.
planning-month = El equipo docente planea junto cada mes. La próxima vez es el { $date }.
planning-once = El equipo docente planea junto el { $date }.
