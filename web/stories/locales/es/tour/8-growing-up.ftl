title = 8. Crecer
summary = Un registro que no crece para siempre, un clúster que cambia sus miembros mientras trabaja y un líder que cede su puesto.
log-grows-say = A lidera, y C se ha detenido. Cada escritura añade una entrada: x=1 y x=2 están en el registro, aunque solo cuenta x=2.
snapshot-say = A y B han sustituido sus registros por una instantánea: el estado al que llevan todas esas entradas.
snapshot-ask = C vuelve a arrancar con un registro vacío. ¿Cómo obtiene los valores?
snapshot-choice-1 = A le envía la instantánea
snapshot-choice-2 = A le envía todas las entradas
snapshot-choice-3 = De ningún modo
snapshot-because = A ya no tiene las primeras entradas, así que no puede enviarlas. La instantánea las representa.
first-chunk-say = C ha vuelto. A le envía la instantánea por partes, para que ningún mensaje sea demasiado grande.
caught-up-say = C ha instalado la instantánea. Tiene el estado de los demás y nunca vio las entradas.
newcomer-say = D y E están en marcha, pero no son miembros. Hay que añadir a D, así que A primero lo pone al día. D aún no tiene voto.
joint-say = D se ha puesto al día. La próxima entrada de A empieza una composición conjunta: ahora una decisión necesita una mayoría de A, B, C y otra de A, B, C, D.
added-say = Ambas mayorías han aceptado. Una segunda entrada termina la composición conjunta, y D es miembro. En ningún momento pudieron dos grupos decidir por separado (§6).
removed-say = B se ha quitado del mismo modo, y se ha detenido. A, C y D ya no cuentan con él.
maintenance-say = A necesita mantenimiento. Si un líder simplemente se detiene, los demás esperan un tiempo de espera de elección. En vez de eso, A puede ceder el liderazgo.
maintenance-ask = A cede el liderazgo a C. ¿Cuánto tardará C en liderar?
maintenance-choice-1 = Menos de 100 ms
maintenance-choice-2 = 150 ms o más
maintenance-because = A dice a C que inicie una elección enseguida, así que C no espera a su temporizador. Aquí 150 ms es el tiempo de espera de elección más corto.
handed-over-say = A se aseguró de que el registro de C estaba completo y le dijo que iniciara una elección enseguida. C lidera el mandato 2, A lo sigue.
unnoticed-say = A se ha detenido, y no ha hecho falta ninguna elección. C y D son mayoría de A, C y D: x=9 está confirmada.
task = A no volverá. Que E ocupe su lugar, y haz líder a D. x sigue siendo 9.
hint-1 = Añade E y quita A. El líder hace un solo cambio a la vez.
hint-2 = Espera a que la composición conjunta haya terminado. Después cede el liderazgo a D.
