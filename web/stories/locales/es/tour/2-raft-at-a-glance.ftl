title = 2. Raft de un vistazo
summary = Cinco nodos eligen un líder, y el líder guarda un valor en todos ellos.
followers-say = Cinco nodos (servidores) deben guardar la misma lista, aunque algunos fallen. Por eso eligen un líder. Al principio los cinco son seguidores.
timer-say = Un seguidor espera a un líder. El arco blanco es su temporizador de elección: cuando el arco se cierra, el nodo pide votos.
timer-ask = ¿Qué nodo pedirá votos primero?
timer-because = El arco de C es el que está más cerca de su final, así que el temporizador de C vence primero.
candidate-say = El temporizador de C ha vencido. Ahora C es candidato: su contorno es discontinuo. Vota por sí mismo.
term-say = C empieza el mandato 1. El tiempo se divide en mandatos: cada elección empieza uno nuevo, y un mandato tiene como mucho un líder.
request-say = Los cuatro mensajes verdes piden a los demás su voto.
vote-say = Cada nodo tiene un voto por mandato, y los cuatro se lo dan a C. Los círculos huecos llevan las respuestas.
leader-say = C ha contado tres de cinco votos, una mayoría. C es el líder: un contorno continuo. Seguidor, candidato, líder: esos son los tres estados.
no-op-say = C empieza su registro con una entrada vacía, el no-op. Roja y discontinua significa: aún no confirmada. Los mensajes rojos la llevan a los seguidores.
committed-say = Ya la tienen los cinco, en negro: está confirmada, es decir, es definitiva.
heartbeat-say = C envía latidos, mensajes vacíos, una y otra vez. Cada uno reinicia el temporizador de un seguidor. Haz clic en un nodo para ver su temporizador.
client-say = El círculo verde X es un cliente. Pide a C que ponga x a 8.
append-say = C ha añadido la entrada a su registro: su número, su operación y, en color, su mandato. X aún tiene que esperar.
replicate-say = C ha enviado la entrada a los seguidores. La tienen en sus registros y en sus discos, y se lo dicen a C.
commit-say = C sabe de tres copias, contando la suya: una mayoría. Confirma la entrada, la aplica y muestra el nuevo valor.
answer-say = X tiene su respuesta: hecho. Una entrada confirmada permanece, aunque el líder falle.
same-list-say = El mensaje siguiente se lo dijo a los seguidores. Los cinco tienen la misma lista y el mismo valor.
task = Haz líder a otro nodo, y que guarde x=9 en los cinco nodos.
hint-1 = Un nodo cuyo temporizador vence pide votos, aunque haya un líder.
hint-2 = Elige un seguidor y, en su menú, Iniciar una elección ya. Cuando lidere, envíale x=9.
