# At home. Spanish speaks to the whole family here (ustedes), as the tips do.

home-lead = Cosas pequeñas para un día normal. Con una basta. Háganlas en el idioma que hablan en casa.
home-none = Por ahora no hay ideas para la casa.
routine-morning = En la mañana
routine-breakfast = En el desayuno
routine-car = En el camino
routine-after-school = Después de la escuela
routine-shop = En la tienda
routine-cooking = Al cocinar
routine-dinner = En la cena
routine-after-dinner = Después de cenar
routine-bath = A la hora del baño
routine-bedtime = A la hora de dormir
routine-play = A la hora de jugar
routine-weekend = El fin de semana
routine-any = En cualquier momento
tip-minutes = { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
}
tip-needs = Necesitan: { $what }
tip-good = Va bien si { $what }.
tip-stop = Paren si { $what }.
tip-goal = Ayuda con: { $goal }
