title = 5. Particiones
summary = La red se divide, y dos nodos lideran en dos mandatos. Por qué solo uno de ellos puede confirmar.
before-say = B lidera el mandato 1, y x=5 está confirmada en los cinco nodos. Ahora hay dos clientes, X e Y.
split-say = La red se divide: A y B a un lado; C, D y E al otro. Los mensajes entre los dos lados se pierden.
split-ask = ¿Qué lado puede elegir un nuevo líder?
split-choice-1 = A y B
split-choice-2 = C, D y E
split-choice-3 = Ninguno
split-because = Tres de cinco nodos son mayoría; dos no lo son. Los nodos aislados siguen contando en los cinco.
two-leaders-say = C, D y E no recibieron latidos. C pidió votos y lidera el mandato 2. B no lo sabe: sigue liderando el mandato 1.
no-clash-say = Dos líderes en el mismo momento, pero en dos mandatos. Cada mandato tiene un líder, y se impondrá el mandato más reciente.
small-side-say = X envía x=3 a B. La tienen A y B, pero dos de cinco no son mayoría. Sigue en rojo: B no puede confirmarla.
large-side-say = Y envía x=8 a C. C llega a D y E: tres de cinco.
one-commits-say = C ha confirmado x=8, e Y tiene su respuesta. X sigue esperando: B no debe decir hecho de una entrada que puede perderse.
predict-say = La entrada 3 es x=3 en A y B, y el no-op de C en los demás. Pronto volverán a funcionar los enlaces.
predict-ask = ¿Qué valor de x mostrarán A y B al final?
predict-choice-1 = 3
predict-choice-2 = 5
predict-choice-3 = 8
predict-because = x=8 está confirmada: la tiene una mayoría. x=3 nunca lo estuvo, así que puede eliminarse.
step-down-say = Los enlaces vuelven a funcionar. B se entera del mandato 2 y pasa enseguida a ser seguidor. Su contorno ha desaparecido.
roll-back-say = Decide el registro del líder. A y B eliminan x=3, que no estaba confirmada, y toman las entradas de C: el no-op y x=8.
told-say = Ahora B dice a X que x=3 no tuvo efecto. Durante la partición X no tuvo respuesta: no podía saberlo.
survives-say = x=5 y x=8 sobreviven: cada una estaba en una mayoría. Un nuevo líder también necesita los votos de una mayoría, así que un votante tiene la entrada.
why-say = Ese votante rechaza a un candidato cuyo registro es más antiguo que el suyo. Por eso todo nuevo líder tiene todas las entradas confirmadas.
task = Cambia solo la red: haz líder a E, y que ponga x a 9 en los cinco nodos. Al principio lidera C.
hint-1 = Un nodo que no recibe latidos pide votos, en un mandato más reciente.
hint-2 = E no debe recibir mensajes de C, pero necesita los votos de otros dos.
hint-3 = Corta el enlace C-E. Basta un sentido: haz clic en él cerca de E.
