title = La figura 8 sin su regla
summary = Un líder que cuenta copias de una entrada antigua la confirma, y al siguiente líder le falta.
a-say = (a) A lidera el mandato 1. Su entrada x=1 solo llega a B, porque A está aislado de C, D y E.
b-say = (b) A se ha detenido. E lidera el mandato 2 con los votos de C y D, y su propia entrada no llega a ningún otro nodo.
c-say = (c) A lidera el mandato 3, y x=1 está en A, B, C y D. La regla de §5.4.2 está desactivada: A las cuenta y confirma.
c-ask = A se detiene, y E inicia una elección. ¿Qué ocurrirá?
c-choice-1 = E no obtiene votos
c-choice-2 = E gana sin x=1
c-choice-3 = E gana y obtiene x=1 de B
c-because = La última entrada de E es del mandato 2, más reciente que el de las de B, C y D.
d-say = (d) E lidera el mandato 4 sin la entrada que A confirmó: se incumple la completitud del líder.
lost-say = B, C y D han sustituido x=1, aunque A la había confirmado antes de detenerse.
with-rule-say = Con la regla activada, no se incumple nada con las mismas acciones: lo muestra la historia «Figura 8 (d)».
