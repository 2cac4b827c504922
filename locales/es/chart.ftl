# La gráfica de una meta y cómo leerla.

guide = Cómo leer esta gráfica
guide-start = El cuadrado es donde empezó { $name }.
guide-dots = Cada punto es una medición. El número en negrita es el de la medición más reciente.
guide-steps = Cada punto es una medición. La línea sigue recta hasta la siguiente. El número en negrita es el de la más reciente.
guide-goal = El círculo con un punto es la meta, en el día en que esperamos alcanzarla.
guide-aim = La línea de rayas es el camino que esperamos, desde el inicio hasta la meta.
guide-level = La línea de rayas es la meta.
guide-trend = La línea delgada es el ritmo hasta ahora. Termina en la medición más reciente, porque nadie sabe lo que viene después.
guide-change = Una línea vertical marca un día en que cambió el plan.
guide-better = { $better ->
    [lower] En esta meta, cuanto más bajo, mejor.
   *[higher] En esta meta, cuanto más alto, mejor.
}
guide-time = El tiempo va de izquierda a derecha. La medición más reciente está a la derecha.
