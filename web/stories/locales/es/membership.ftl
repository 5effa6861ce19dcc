title = Añadir, sustituir y quitar nodos
summary = El clúster cambia sus miembros mientras trabaja, y al final su líder se ha ido.
three-say = A, B y C son miembros, y A lidera. D y E están en marcha, pero no son miembros.
joint-say = D va a incorporarse. Primero ha recibido el registro. Ahora una decisión necesita una mayoría de los miembros antiguos y otra de los nuevos.
four-say = El cambio está completo: A, B, C y D son miembros.
replaced-say = E ha ocupado el lugar de B en un solo cambio. B ya no es miembro, así que se puede detener.
remove-leader-say = Ahora hay que quitar al propio líder, A.
remove-leader-ask = ¿Quién liderará cuando A ya no sea miembro?
remove-leader-choice-1 = A sigue liderando
remove-leader-choice-2 = C, D o E tras una elección
remove-leader-choice-3 = Ningún nodo
remove-leader-because = A lidera hasta que su retirada está confirmada. Entonces deja de liderar, y se elige otro nodo.
all-new-say = A se ha ido, y lidera uno de C, D y E. x=2 está confirmada, y no se ha perdido ningún valor por el camino.
