# Reviews: what the team decided, and finished goals. Meetings are at the end.

page-reviews = Revisiones del plan
reviews-lead = Lo que decidimos juntos. Primero, lo más reciente.
reviews-none = Todavía no hay ninguna revisión del plan.
review-formal = Revisión del plan
review-brief = Una revisión breve del plan
review-title = Revisión del plan, { $date }
review-title-brief = Revisión breve del plan, { $date }
review-period = Vimos el avance del { $from } al { $to }.
review-decided = Lo que decidimos
review-said = De qué más hablamos
review-present = Quiénes estuvieron
review-next = La próxima revisión del plan
review-next-none = Todavía no hay fecha.
review-ask = Puede preguntar sobre esto cuando quiera.

# The table of decisions: as short as possible.
verdict-continue = Seguir igual
verdict-adjust = Cambiar el plan
verdict-raise = Apuntar más alto
verdict-transition = Siguiente etapa del apoyo
verdict-met = Meta alcanzada
verdict-end = Meta cerrada

# The numbers of the time that a review looks back on. $n is how many checks.
# $first is an amount from goals.ftl, $last is short.
span = { $n ->
    [one] { $n } medición
    [many] { $n } de mediciones
   *[other] { $n } mediciones
} en este tiempo. Al principio: { $first }. Al final: <b>{ $last }</b>.
span-none = No hubo ninguna medición en este tiempo.

# People without a name of their own in a list.
party-family = la familia
party-mother = la mamá de { $name }
party-father = el papá de { $name }
party-interpreter = intérprete

# Goals that have ended.
page-finished = Metas terminadas
finished-lead = Metas en las que { $name } ya trabajó.
finished-met = { $name } alcanzó esta meta el { $date }.
finished-on = Cerramos esta meta el { $date }.

# What the family asked for, and what the school did.
asks = Lo que usted pidió
you-asked = Usted pidió: { $what }
we-did = Lo que hicimos: { $what }

# Meetings.
meet-who = Con { $who }
meet-booked = Ya hay intérprete de { $language } para esta reunión. Es gratis.
planning-week = El equipo docente planea junto cada semana. La próxima vez es el { $date }.
planning-two-weeks = El equipo docente planea junto cada dos semanas. La próxima vez es el { $date }.
planning-month = El equipo docente planea junto cada mes. La próxima vez es el { $date }.
planning-once = El equipo docente planea junto el { $date }.
