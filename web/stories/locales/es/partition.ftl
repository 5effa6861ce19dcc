title = Una partición con dos líderes
summary = La red se divide en dos y tres: ambos lados tienen un líder, pero solo uno puede confirmar.
one-leader-say = B lidera el mandato 1. El cliente X ha puesto x a 5, y los cinco nodos lo tienen.
split-say = La red se divide: A y B a un lado; C, D y E al otro.
split-ask = ¿Qué lado puede elegir un nuevo líder?
split-choice-1 = A y B
split-choice-2 = C, D y E
split-choice-3 = Ninguno de los dos
split-because = Una mayoría de cinco son tres. C, D y E son tres; A y B son solo dos.
two-leaders-say = C, D y E no tienen noticias de ningún líder, así que eligen a E en el mandato 2. B no lo sabe y sigue liderando el mandato 1.
two-values-say = X pide x=3 a B, e Y pide x=8 a E. El valor de Y está confirmado en tres nodos; el de X está solo en dos.
healed-say = Los enlaces vuelven a funcionar. Dos líderes pueden ahora comunicarse.
healed-ask = ¿Cuál de los dos valores sobrevivirá?
healed-choice-1 = x=3, porque es más antiguo
healed-choice-2 = x=8, porque está confirmado
healed-choice-3 = Ambos, uno tras otro
healed-because = B se entera del mandato 2 y deja de liderar. Luego E sustituye lo que solo está en los registros de A y B.
rolled-back-say = B ha visto el mandato más reciente y ha dejado de liderar. A y B han eliminado x=3 y han tomado x=8.
told-say = Se dice a X que x=3 nunca tuvo efecto. Antes no tuvo respuesta, así que no se le dijo nada falso.
