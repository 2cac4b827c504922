# The first page: the five questions of a parent, in their order.

week-of = Semana del { $date }
doing-well = Lo que { $name } hace bien
doing = Cómo va { $name }
card-goal = Meta: { $target } para { $by }{ $again ->
    [again] {", en más de una medición"}
   *[once] {""}
}.
more-goals = Más metas
new = Qué hay de nuevo
# Under an update: who wrote it and when.
signed = { $who }, { $date }
all-updates = Todas las noticias
no-updates = Todavía no hay noticias.
tonight = Esta noche, { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
}
tonight-any = Para hacer en casa
all-tips = Todas las ideas para la casa
meet = Cuándo nos vemos
# It begins a line. No "a las" before the time: at one o'clock it would have to be "a la".
meet-at = { $date }, { $time }
meet-none = No hay ninguna reunión planeada. Usted puede pedir una en cualquier momento.
meeting-planning = Reunión de planeación
meeting-family = Reunión con la familia
meeting-iep = Reunión del IEP
meeting-review = Revisión del plan
meet-interpreter = Habrá intérprete. Es gratis.
call = A quién llamar
call-first = { $who } se encarga del plan de { $name }. Si tiene dudas, llámele primero.
call-button = Llamar al { $phone }
write-button = Escribir a { $email }
call-interpreter = Para pedir intérprete, llame al { $phone }. Es gratis.
call-interpreter-paid = Para pedir intérprete, llame al { $phone }.
speaks = Habla { $languages }.
voice = En palabras de { $name }
hopes = Lo que desea su familia
about = Así es { $name }
