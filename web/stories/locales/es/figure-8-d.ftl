title = Figura 8 (d): sobrescrita, y con razón
summary = Una entrada de un mandato anterior está en cuatro de cinco nodos, no está confirmada y se sobrescribe.
a-say = (a) A lidera el mandato 1. Su entrada x=1 solo llega a B, porque A está aislado de C, D y E.
b-say = (b) A se ha detenido. E lidera el mandato 2 con los votos de C y D, y su propia entrada no llega a ningún otro nodo.
c-say = (c) E se ha detenido y A lidera el mandato 3. Su entrada antigua está en A, B, C y D, pero A no la confirma.
c-ask = A se detiene y E vuelve. ¿Puede E ser aún el líder?
c-choice-1 = No, cuatro nodos tienen una entrada que a E le falta
c-choice-2 = Sí, su última entrada tiene un mandato más reciente
c-because = B, C y D comparan los últimos mandatos: el de E es 2 y el suyo es 1. Así que pueden votar por E.
elected-say = E lidera el mandato 4 con los votos de B, C y D. Su registro no tiene x=1.
d-say = (d) Todos los nodos han tomado el registro de E, y x=1 ha desaparecido. Nunca estuvo confirmada, así que no se incumple ninguna promesa.
why-say = Por eso un líder solo cuenta copias de entradas de su propio mandato. Las copias de entradas antiguas no prueban nada.
