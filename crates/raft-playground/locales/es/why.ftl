### Respuestas a «¿Por qué?»: un título, una frase y los valores que se compararon.

why-close = Cerrar la respuesta
compared-what = Qué
compared-here = Aquí
compared-needed = Necesario
compared-holds = se cumple
compared-does-not-hold = no se cumple
why-place = a los { $at }, en { $node }
why-only-without-rule = Solo porque esta regla está desactivada: { $rule }
why-only-without-rule-then = Solo porque esta regla estaba desactivada entonces: { $rule }

## Preguntas

why-event = ¿Por qué? { $node }: { $event }
why-event-nowhere = ¿Por qué? { $event }
why-no-leader = ¿Por qué no hay líder?
why-not-replaced = ¿Por qué ningún nodo reemplaza a { $leader }?
why-leads = ¿Por qué lidera { $leader }?
why-entry-committed = ¿Por qué está confirmada { $entry }, entrada { $index } de { $node }?
why-entry-not-committed = ¿Por qué no consta que esté confirmada { $entry }, entrada { $index } de { $node }?
why-entry-unknown = ¿Por qué no sabe { $node } que está confirmada { $entry }, entrada { $index }?
why-entry-waits = ¿Por qué no consta que esté confirmada la entrada { $index } de { $node }?
why-votes = ¿Por qué vota { $voter } por { $candidate }?
why-would-vote-for = ¿Por qué votaría { $voter } por { $candidate }?
why-does-not-vote = ¿Por qué no vota { $voter } por { $candidate }?
why-message = ¿Por qué envió { $from } esto a { $to }?
why-heartbeats = ¿Por qué envía latidos { $leader }?
why-election = ¿Por qué inicia { $node } una elección?
why-pre-vote = ¿Por qué pregunta { $node } si ganaría?
why-election-timer = ¿Por qué vence el temporizador de elección de { $node }?
why-quorum-timer = ¿Por qué cuenta { $leader } quién ha respondido?
why-transfer-timer = ¿Por qué deja { $leader } de ceder el liderazgo?
why-steps-down = ¿Por qué deja de liderar { $node }?
why-candidate-ends = ¿Por qué ya no es candidato { $node }?
why-commits = ¿Por qué confirma { $leader } { $position }?
why-removes-entries = ¿Por qué elimina entradas { $node }?
why-lost = ¿Por qué se pierde el mensaje de { $from } a { $to }?
why-write = ¿Por qué escribe { $node } en su disco?
why-cannot-start = ¿Por qué no puede arrancar { $node }?
why-answer = ¿Por qué recibe { $client } esta respuesta?
why-no-answer = ¿Por qué no recibe { $client } respuesta?

why-client-waits = ¿Por qué espera { $client } el resultado de { $operation }?

## Elecciones

why-boot = Un nodo arranca como seguidor, con lo que conservó su disco.
why-unknown-sender = El remitente no es miembro de este clúster tal como { $node } lo conoce.
why-malformed = Ningún nodo correcto de este clúster envía un mensaje así.
why-message-ignored = El mensaje no cuenta.
why-answer-outdated = Responde a un mensaje de un mandato anterior, así que no cuenta.
why-message-accepted = El mensaje se acepta.
why-term-adopted = { $other } tiene un mandato más reciente. Los mandatos muestran lo que está anticuado, así que todo nodo pasa al mandato más reciente, como seguidor.
why-stepped-down-newer-term = Hay un mandato más reciente, así que puede haber un líder más reciente. Un líder de un mandato anterior deja de liderar.
why-stepped-down-lost-quorum = Ninguna mayoría le ha respondido desde su último recuento, hace un tiempo de espera de elección según su reloj. Un líder que no puede confirmar nada deja de liderar, para que los clientes se dirijan a otro nodo.
why-stepped-down-removed = La nueva composición, en la que no es votante, está confirmada. Solo un votante lidera.
why-stepped-down-handed-over = Ha cedido el liderazgo a { $successor }, que ha empezado un mandato más reciente.
why-stepped-down-for-another = Ha aceptado mensajes de otro líder de su propio mandato, así que sigue a ese líder.
why-candidate-beaten = { $leader } ha ganado este mandato, así que el candidato lo sigue.
why-candidate-follows-old = { $leader } lidera un mandato anterior, pero el candidato acepta su mensaje y lo sigue.
why-candidate-outdated = Ha empezado un mandato más reciente, así que su candidatura ha terminado.
why-candidate-follows = Ahora es seguidor.
why-candidate-ended = Ya no es votante, así que no inicia otra elección.
why-leader-elected = { $votes } de { $all } votantes han votado por él. Dos mayorías cualesquiera comparten un nodo, y ningún nodo vota dos veces en un mandato: ningún otro nodo puede ganar este mandato.
why-leader-elected-joint = Tiene una mayoría de los votantes antiguos y otra de los nuevos, así que ningún otro nodo puede ganar este mandato.
why-leader-elected-by-half = { $votes } de { $all } votantes han votado por él. Aquí basta la mitad de los votantes, así que es posible un segundo líder en el mismo mandato.
why-leader-elected-without-rule = Ha contado suficientes votos, pero está desactivada una regla que protege las elecciones, así que es posible un segundo líder en el mismo mandato.
why-leader-recognised = Solo el ganador de una elección envía entradas o latidos en su mandato.
why-leader-recognised-without-rule = { $node } acepta sus entradas o latidos, así que sigue a ese nodo. Con una regla desactivada, es posible otro líder de este mandato.
why-election-forced = Has hecho vencer su temporizador, así que inicia una elección. Vota por sí mismo y pide votos a los demás.
why-election-forced-by-script = El guion ha hecho vencer su temporizador, así que inicia una elección. Vota por sí mismo y pide votos a los demás.
why-election-handed-over = Su líder le ha dicho que inicie una elección enseguida, para cederle el liderazgo.
why-election-after-pre-vote = Suficientes votantes han dicho que votarían por él, así que empieza un nuevo mandato y pide votos de verdad.
why-election-alone = No ha tenido noticias de ningún líder hasta que ha vencido su temporizador. Es el único votante, así que basta su propio voto.
why-election-after-freeze = Su temporizador venció mientras estaba congelado, así que inicia ahora una elección. Entretanto puede haber habido un líder.
why-pre-vote-after-freeze = Su temporizador venció mientras estaba congelado, así que pregunta ahora si ganaría. Entretanto puede haber habido un líder.
why-election-again = No ha ganado antes de que venciera su temporizador, así que inicia otra elección en un nuevo mandato. Temporizadores de distinta duración hacen más probable un ganador claro.
why-election-after-silence = No ha tenido noticias de ningún líder hasta que ha vencido su temporizador, así que puede que no haya ninguno. Empieza un nuevo mandato, vota por sí mismo y pide votos a los demás.
why-pre-vote-after-silence = No ha tenido noticias de ningún líder hasta que ha vencido su temporizador. Un nuevo mandato depondría a un líder del que otros aún tienen noticias, así que primero pregunta si ganaría.
why-pre-vote-forced = Has hecho vencer su temporizador. Un nuevo mandato depondría a un líder del que otros aún tienen noticias, así que primero pregunta si ganaría.
why-pre-vote-forced-by-script = El guion ha hecho vencer su temporizador. Un nuevo mandato depondría a un líder del que otros aún tienen noticias, así que primero pregunta si ganaría.
why-does-not-stand = No es votante, así que no inicia una elección.
why-terms-used-up = Una elección necesita un mandato más reciente que este, y no lo hay. Solo un nodo defectuoso puede haberlo causado.
why-stands = No es votante, pero inicia una elección.
why-vote-granted = No ha votado por otro candidato en este mandato, y el registro del candidato está al menos tan actualizado como el suyo.
why-vote-granted-as-remembered = Por lo que recuerda, no ha votado por otro candidato en este mandato, y el registro del candidato está al menos tan actualizado como el suyo.
why-vote-granted-despite = Vota por el candidato.
why-vote-refused-voted-itself = Ya ha votado por sí mismo en el mandato { $term }, y tiene un voto por mandato.
why-vote-refused-voted-other = Ya ha votado por { $other } en el mandato { $term }, y tiene un voto por mandato.
why-vote-refused-log = Su propio registro está más actualizado. Al candidato pueden faltarle entradas confirmadas.
why-vote-refused-old-term = El candidato pide el voto en el mandato { $term }, que ha terminado.
why-vote-refused-leader-alive = Según su reloj, tuvo noticias de un líder hace menos de un tiempo de espera de elección, y no ayuda a deponerlo.
why-vote-refused-leads = Lidera, y no ayuda a deponerse a sí mismo.
why-vote-refused-just-started = Según su reloj, arrancó hace menos de un tiempo de espera de elección. Puede que justo antes respondiera a un líder cuyo arrendamiento se apoya en esa respuesta.
why-vote-refused-by-rule = Se niega a votar.
why-would-vote = El registro del candidato está al menos tan actualizado como el suyo, y no considera vivo a ningún líder.
why-would-vote-despite = Votaría por el candidato.
why-would-not-vote = No votaría por el candidato.
why-vote-counted = Un candidato necesita los votos de { $needed } votantes, contando el suyo.
why-vote-counted-all = Un candidato necesita aquí los votos de { $needed } nodos, contando el suyo: cuenta todo miembro.
why-vote-counted-joint-by-half = Un candidato necesita aquí la mitad de los votantes antiguos y la mitad de los nuevos.
why-vote-counted-joint = Un candidato necesita una mayoría de los votantes antiguos y otra de los nuevos.

## Mensajes

why-client-request = { $client } quiere que se haga { $operation }, y se lo pide al nodo que toma por líder.
why-client-request-chosen = { $client } quiere que se haga { $operation }. Un cliente se lo pide al nodo que toma por líder o, si no, a cualquier nodo.
why-client-request-redirected = { $client } quiere que se haga { $operation }. { $other } le ha nombrado a { $node } como líder.
why-client-request-again = { $client } aún no tiene el resultado de { $operation }, así que lo pide otra vez: ahora a { $node }.
why-client-request-to = { $client } quiere que se haga { $operation }, y se le dijo que lo pidiera a { $node }.
why-client-request-any = { $client } no conoce al líder, así que se lo pide a cualquier nodo.
why-client-done = { $node } ha aplicado la petición, así que se lo dice al cliente.
why-client-read = { $node } ha leído el valor en lo que ha aplicado, así que se lo dice al cliente.
why-client-superseded = Se confirmó otra entrada en el lugar de la entrada de esta petición.
why-client-handing-over = { $node } está cediendo el liderazgo, y entretanto no acepta peticiones nuevas.
why-client-not-accepted = { $node } no ha aceptado la petición.
why-client-not-leader = { $node } no lidera. Solo un líder acepta peticiones.
why-sends-pre-vote = { $from } pregunta si ganaría antes de empezar un nuevo mandato. { $to } compara las últimas entradas.
why-sends-vote-request = { $from } ha iniciado una elección y pide votos. { $to } compara las últimas entradas.
why-sends-pre-vote-granted = { $from } votaría por { $to }: el registro de { $to } está al menos tan actualizado como el suyo.
why-sends-vote-granted = { $from } vota por { $to }: no ha votado por otro en este mandato, y el registro de { $to } está al menos tan actualizado.
why-sends-vote-granted-despite = { $from } vota por { $to }.
why-sends-pre-vote-refused = { $from } no votaría por { $to }.
why-sends-vote-refused = { $from } se niega a votar por { $to }.
why-sends-vote-refused-itself = { $from } ya ha votado por sí mismo en el mandato { $term }.
why-sends-vote-refused-voted = { $from } ya ha votado por { $other } en el mandato { $term }.
why-sends-vote-refused-log = El registro de { $from } está más actualizado que el de { $to }.
why-sends-vote-refused-leader = Según su reloj, { $from } tuvo noticias de un líder hace menos de un tiempo de espera de elección, y no ayuda a deponerlo.
why-sends-vote-refused-leads = { $from } lidera, y no ayuda a deponerse a sí mismo.
why-sends-vote-refused-old-term = { $to } pidió el voto en un mandato que ha terminado.
why-sends-as-former-leader = { $from } lideraba el mandato { $term } cuando preparó esto, y desde entonces ha dejado de liderar.
why-sends-heartbeat-slow = { $from } lidera y envía latidos. Aquí algunos temporizadores de elección vencen antes de que lleguen.
why-sends-heartbeat = { $from } lidera y envía latidos más a menudo de lo que vencen los temporizadores de elección, para que { $to } no inicie una elección. Un latido dice también hasta dónde ha confirmado el líder.
why-sent-heartbeat = { $from } lideraba el mandato { $term } cuando envió este latido. Un líder envía latidos para que ningún otro nodo inicie una elección.
why-sent-entries = { $from } lideraba el mandato { $term } cuando envió estas entradas, y creía que a { $to } le faltaban.
why-sends-entries-unchecked = { $from } lidera y cree que a { $to } le faltan estas entradas.
why-sends-entries = { $from } lidera y cree que a { $to } le faltan estas entradas. { $to } las acepta solo si tiene la entrada anterior a ellas.
why-sends-matched = { $from } tiene en su disco todo hasta la entrada { $index }, y se lo dice a { $to }.
why-sends-matched-nothing = { $from } dice a { $to } que aún lo sigue.
why-sends-matched-early = { $from } acusa recibo de todo hasta la entrada { $index }, que puede no estar aún en su disco, porque aquí las respuestas se envían antes de la escritura en el disco.
why-sends-mismatched = { $from } no tiene la entrada anterior a estas, la entrada { $index }, así que { $to } debe buscar más atrás.
why-sends-stale = { $to } envió en un mandato anterior, que ha terminado.
why-sends-snapshot = Cuando { $from } empezó a enviar la instantánea a { $to }, ya no tenía las entradas que habría enviado a continuación.
why-sends-snapshot-reply = { $from } dice cuánto tiene de la instantánea, para que { $to } envíe el resto.
why-sends-snapshot-done = { $from } dice a { $to } que no necesita nada más de la instantánea.
why-sends-timeout-now = { $from } cede el liderazgo a { $to }, que debe iniciar una elección enseguida.
why-sends-read-index = Un seguidor puede responder una lectura cuando su líder le ha dicho hasta qué entrada debe haber aplicado.
why-sends-forward = Un seguidor reenvía la petición de un cliente a su líder, y la respuesta de vuelta.
why-sent-twice = Las redes pueden entregar un mensaje dos veces, así que un mensaje repetido no debe hacer daño.
why-lost-cut = El enlace está cortado, así que el mensaje se pierde. No se avisa al remitente.
why-lost-random = La red pierde algunos mensajes al azar. No se avisa al remitente.
why-lost-dropped = Lo has descartado tú. No se avisa al remitente.
why-lost-dropped-by-script = Lo ha descartado el guion. No se avisa al remitente.
why-lost-stopped = Su destinatario está detenido. No se avisa al remitente; no recibe respuesta.
why-lost-overflow = El enlace no puede llevar más a la vez, así que el mensaje se descarta. No se avisa al remitente.

## Temporizadores

why-timer-election = No hubo noticias de ningún líder hasta que venció este temporizador, así que puede que no haya ninguno. Cada temporizador tiene una duración aleatoria, para que rara vez venzan dos a la vez.
why-timer-election-fixed = No hubo noticias de ningún líder hasta que venció este temporizador, así que puede que no haya ninguno. Aquí siempre dura lo mismo.
why-timer-frozen = El temporizador venció mientras el nodo estaba congelado. Cuenta ahora.
why-timer-too-late = Ya no lidera, así que este temporizador no tiene efecto.
why-timer-election-set = Has hecho que este temporizador venza ahora.
why-timer-election-set-by-script = El guion ha hecho que este temporizador venza ahora.
why-timer-heartbeat-slow = Un líder envía latidos en cada intervalo como este. Aquí algunos temporizadores de elección vencen antes.
why-timer-heartbeat = Un líder envía latidos más a menudo de lo que vencen los temporizadores de elección, para que ningún otro nodo inicie una elección.
why-timer-quorum = Una vez por tiempo de espera de elección, un líder cuenta los nodos que han respondido. Sin una mayoría puede estar aislado, así que deja de liderar.
why-timer-transfer = Una cesión que dura más que un tiempo de espera de elección ha fracasado, así que el líder sigue liderando.

## El registro

why-creates-no-op = Un nuevo líder añade primero una entrada que no hace nada. Cuando esa entrada está confirmada, lo están también todas las anteriores.
why-creates-entry = Un líder añade cada petición primero a su propio registro y luego la envía a los demás.
why-accepts-entries-by-rule = Acepta las entradas.
why-accepts-entries-despite = Acepta las entradas, aunque la entrada anterior a ellas difiere.
why-rejects-entries = Rechaza las entradas, porque la entrada anterior a ellas no es la misma en ambos registros.
why-rejects-entries-by-rule = Rechaza las entradas.
why-removes = El líder tiene ahí una entrada de otro mandato, y los seguidores adoptan el registro del líder. Las entradas eliminadas no estaban confirmadas.
why-removes-committed = El líder tiene ahí una entrada de otro mandato, y los seguidores adoptan el registro del líder. La entrada { $index } estaba confirmada, así que debería haberse conservado.
why-removes-unsure = El líder tiene ahí una entrada de otro mandato, y los seguidores adoptan el registro del líder.
why-removes-perhaps = Elimina entradas. Con una regla desactivada, no tienen por qué estar en conflicto con las del líder.
why-removes-too-much = Elimina entradas aunque pueden no estar en conflicto con las del líder, porque una regla está desactivada.
why-appends = La entrada anterior a estas es la misma en ambos registros, así que ambos registros coinciden hasta la última entrada nueva.
why-appends-after = La entrada anterior a estas es la misma en ambos registros, así que las añade.
why-appends-despite = El líder envió estas entradas, y la comprobación que las rechazaría está desactivada.
why-matched = El seguidor ha acusado recibo de todo hasta ahí, así que cuenta como una copia.
why-matched-learner = El seguidor ha acusado recibo de todo hasta ahí. No es votante, así que no cuenta como una copia.
why-matched-despite = El líder cuenta una copia, aunque está desactivada una regla que protege esos recuentos.
why-backs-off = El seguidor ha rechazado lo que se le envió, así que el líder busca más atrás un lugar en el que ambos registros coincidan.
why-commit =
    { $copies ->
        [one] Se ha acusado recibo de { $copies } copia suya, y es del propio mandato del líder: todo líder posterior la tendrá.
       *[other] Se ha acusado recibo de { $copies } copias suyas, y es del propio mandato del líder: todo líder posterior la tendrá.
    }
why-commit-unsure = El líder cuenta suficientes copias de ella, y es de su propio mandato.
why-commit-joint = Una mayoría de los votantes antiguos y otra de los nuevos han acusado recibo de ella, y es del propio mandato del líder: todo líder posterior la tendrá.
why-commit-despite = El líder la confirma, aunque no es seguro: a un líder posterior puede faltarle.
why-commit-by-half = La mitad de los votantes ha acusado recibo de ella, lo que aquí basta. A un líder posterior puede faltarle.
why-commit-waits = Sigue sin confirmar. Solo se puede confirmar junto con la próxima entrada del propio mandato del líder.
why-committed = Un líder confirma una entrada que suficientes nodos tienen; los seguidores se enteran con el próximo mensaje del líder.
why-committed-despite = Cuenta todo su registro como confirmado.
why-read-answered = El líder está seguro de que sigue liderando y sabe lo que está confirmado, así que responde.
why-read-answered-despite = Responde sin estar seguro de que sigue liderando, así que el valor puede ser antiguo.
why-read-answered-by-lease = Una mayoría le respondió hace tan poco que aún responde lecturas por su arrendamiento, así que el valor puede ser antiguo si los relojes derivan demasiado entre sí.
why-read-waits = Aún no responde.
why-compacts = Un registro no puede crecer para siempre. Lo aplicado está en el estado, así que una instantánea del estado sustituye esa parte del registro.
why-installs-snapshot = El líder envió una instantánea. El registro no tenía la entrada { $index } como la tiene la instantánea, así que la instantánea sustituye el registro entero.
why-installs-snapshot-before = El líder envió una instantánea. El registro coincide con ella en la entrada { $index }, así que solo se sustituyen las entradas hasta ahí.
why-installs-snapshot-despite = El líder envió una instantánea. Con una regla sobre instantáneas desactivada, el registro no tiene por qué coincidir con ella después.
why-applies = Las entradas confirmadas se aplican en el orden del registro, igual en todos los nodos.
why-applies-despite = Aplica una entrada que no consta como confirmada, porque una regla está desactivada.

## Miembros y cesión del liderazgo

why-change-begins = El cambio empieza.
why-change-leaves-no-voter = No dejaría ningún votante.
why-change-refused = El cambio se rechaza.
why-request-refused = El líder rechaza la petición.
why-request-not-leader = Solo el líder cambia los miembros o cede el liderazgo.
why-request-committed = La nueva composición está confirmada.
why-request-lost = Este nodo dejó de liderar antes de que se decidiera el cambio. Otro líder puede terminarlo aún.
why-members-joint = Mientras los votantes cambian, cada decisión necesita una mayoría de los votantes antiguos y otra de los nuevos, así que dos grupos nunca pueden decidir por separado.
why-members-joint-by-half = Mientras los votantes cambian, cada decisión necesita aquí la mitad de los votantes antiguos y la mitad de los nuevos.
why-members-new-later = Cuando esto esté confirmado, los nuevos votantes deciden solos.
why-members-new = Desde aquí, los nuevos votantes deciden solos.
why-transfer-starts = Se le pidió que cediera el liderazgo. Pone al día a su sucesor y luego le dice que inicie una elección enseguida.
why-transfer-ends = El sucesor no ha tomado el relevo dentro de un tiempo de espera de elección.
why-transfer-withdrawn = Se pidió al líder que conservara el liderazgo.
why-transfer-impossible = { $successor } no puede tomar el relevo, porque no es un votante distinto del líder.
why-quorum-lost-own-count = Según su propio recuento, le han respondido demasiado pocos votantes desde la última vez que contó.
why-quorum-lost = Ninguna mayoría le ha respondido desde su último recuento, hace un tiempo de espera de elección según su reloj. Un líder así no puede confirmar nada, y los clientes no deberían esperarlo.
why-redirects = Solo el líder acepta peticiones. Nombra al nodo que toma por líder.
why-redirects-nowhere = Solo el líder acepta peticiones, y no conoce a ningún líder.

## Discos y clientes

why-writes = El mandato, el voto y el registro deben estar en el disco antes de que se hable de ellos a otro nodo. Una promesa que una caída puede deshacer no vale nada.
why-writes-early = El mandato, el voto y el registro deben estar en el disco antes de que se le digan a otro nodo. Aquí las respuestas se envían antes de la escritura en el disco, así que una caída puede deshacer una promesa.
why-writes-no-vote = El mandato, el voto y el registro deben estar en el disco antes de que se le digan a otro nodo. Aquí el disco no guarda el voto, así que un reinicio lo olvida.
why-written = Ya está en el disco, así que se envían las respuestas que lo esperaban.
why-written-late = Ya está en el disco. Ninguna respuesta lo ha esperado, porque aquí las respuestas se envían antes de la escritura en el disco.
why-crash = Lo que solo estaba en memoria se ha perdido: papel, votos, índice de confirmación. Lo que está en el disco permanece.
why-crash-losing-write = Lo que solo estaba en memoria se ha perdido: papel, votos, índice de confirmación. Lo que está en el disco permanece. Se pierde una escritura en curso, pero no se había hablado de ella a ningún otro nodo.
why-crash-losing-promise = Se pierde una escritura en curso, aunque puede que se haya hablado de ella a otro nodo: aquí las respuestas se envían antes de la escritura en el disco.
why-crash-erased = Lo que solo estaba en memoria se ha perdido, y lo que estaba en el disco se ha borrado también.
why-write-failed = Un servidor cuya escritura ha fallado no puede saber lo que hay en su disco, y no debe prometer nada que se apoye en ella. Así que se detiene.
why-tail-lost = Raft necesita discos que conserven aquello de lo que acusan recibo. Ahora puede perderse una entrada confirmada, y ninguna regla del protocolo puede evitarlo.
why-refuses-to-start = Un servidor que ha olvidado sus promesas podría votar dos veces o negar aquello de lo que acusó recibo. Sigue parado hasta que un servidor nuevo lo sustituya.
why-refuses-to-start-damaged = No se puede confiar en lo que conserva su disco. Un servidor que ha olvidado sus promesas podría votar dos veces o negar aquello de lo que acusó recibo, así que sigue parado.
why-request-waits = Aún no ha llegado ninguna respuesta, así que el cliente espera.
why-read-value = Antes de responder, el nodo se aseguró de que conocía todo lo confirmado.
why-read-by-rule-off = El valor puede ser antiguo, porque esta regla está desactivada: { $rule }
why-read-by-lease = El líder se fio de su arrendamiento, así que el valor puede ser antiguo si los relojes difieren demasiado o los seguidores eligen otro líder entretanto.
why-read-unsure = En este clúster pueden perderse entradas confirmadas, así que el valor puede ser antiguo.
why-read-maybe-old = El nodo respondió sin asegurarse de que conocía todo lo confirmado, así que el valor puede ser antiguo.
why-write-done = Su entrada está confirmada y aplicada, así que no se puede perder.
why-write-done-unsafe = Su entrada cuenta como confirmada.
why-may-be-lost = En este clúster se ha inyectado un defecto, así que a un líder posterior aún puede faltarle.
why-may-be-lost-rule = A un líder posterior aún puede faltarle, porque esta regla está o estuvo desactivada: { $rule }
why-may-be-lost-disk = El disco de { $node } ha perdido algo de lo que había acusado recibo, así que a un líder posterior aún puede faltarle.
why-write-superseded = Se confirmó otra entrada en su lugar, así que esta nunca se confirmará.
why-write-superseded-unsafe = Otra entrada cuenta como confirmada en su lugar.
why-write-unknown = El cliente no se enteró del resultado a tiempo. La entrada puede estar en algún registro y puede confirmarse aún: el cliente no puede saberlo.
why-may-retry = Puede reintentarlo, porque una petición repetida tiene efecto una sola vez.
why-must-not-retry = Si lo reintenta, aquí la petición puede tener efecto dos veces.
why-read-unknown = El cliente no se enteró del valor a tiempo. Una lectura no cambia nada, así que el cliente puede preguntar otra vez.

## Por qué espera un cliente

why-client-request-in-transit = La petición de { $client } a { $node } aún está en tránsito.
why-client-answer-in-transit = La respuesta de { $node } a { $client } aún está en tránsito.
why-client-waits-for-stopped = El último nodo al que se ha dirigido { $client } es { $node }, que está detenido.
why-client-waits-for-frozen = El último nodo al que se ha dirigido { $client } es { $node }, que está congelado.
why-client-waits-for-follower = El último nodo al que se ha dirigido { $client } es { $node }, que no lidera.
why-client-entry-held = { $node } tiene la petición como entrada { $index } y responde cuando esté confirmada.
why-client-has-no-answer = El último nodo al que se ha dirigido { $client } es { $node }, y no tiene respuesta suya.
why-read-confirming = { $node } responde una lectura cuando está seguro de que sigue liderando, para lo que deben responderle { $quorum }.
why-read-unconfirmed = { $node } responde una lectura cuando { $quorum } han corroborado que sigue liderando: puede que desde entonces se haya elegido otro líder. Faltan: { $missing }.

## Por qué no hay líder

why-all-stopped = Todos los nodos están detenidos.
why-best-connected = El votante mejor conectado es { $node }. Faltan: { $missing }.
why-frozen-quorum = Hay suficientes votantes conectados, pero demasiado pocos de ellos actúan. Congelados: { $nodes }.
why-no-voter-can-win = Ningún votante puede ganar una elección.
why-no-quorum-connected = Ningún nodo en marcha puede intercambiar mensajes con suficientes votantes para ganar una elección.
why-election-running = { $candidate } pide votos en el mandato { $term } y hasta ahora tiene demasiado pocos. Si su temporizador vence primero, lo intenta de nuevo.
why-election-decided = { $candidate } tiene suficientes votos en el mandato { $term }. Lidera en cuanto su propio voto esté en su disco.
why-pre-vote-running = { $candidate } pregunta si ganaría y hasta ahora tiene demasiado pocas promesas.
why-followers-wait = Los seguidores esperan a un líder hasta que vencen sus temporizadores. El próximo en vencer es el de { $node }.
why-followers-wait-together = Los seguidores esperan a un líder hasta que vencen sus temporizadores. Los próximos en vencer son los de { $nodes }, en el mismo momento.
why-no-timer = No hay ningún temporizador de elección en marcha en un nodo que pueda ganar.

## Por qué no se reemplaza a un líder sin mayoría

why-stalled = { $leader } aún lidera el mandato { $term }, pero no llega a suficientes votantes, así que no puede confirmar nada.
why-replacement-refused = { $candidate } no puede reemplazarlo: { $nodes } aún tienen noticias de { $leader } y se niegan a votar contra él, y los demás votantes son demasiado pocos.
why-replacement-refused-by-one = { $candidate } no puede reemplazarlo: { $voter } aún tiene noticias de { $leader } y se niega a votar contra él, y los demás votantes son demasiado pocos.
why-check-quorum-would-help = Con check-quorum, { $leader } dejaría de liderar.
why-stalled-heard = Suficientes votantes tienen noticias de { $leader }, así que no inician ninguna elección, pero sus respuestas no le llegan.
why-check-quorum-will-help = Si esto dura un tiempo de espera de elección, { $leader } deja de liderar.

## Por qué lidera un nodo

why-leader-won = { $leader } ganó la elección del mandato { $term }: { $votes } de { $all } votantes votaron por él, y ningún nodo vota dos veces en un mandato.
why-leader-won-plain = { $leader } ganó la elección del mandato { $term } con suficientes votos.

## Por qué está confirmada una entrada, o no

why-entry-needs-leader = Solo un líder confirma, y no hay ninguno.
why-entry-safe = Estaba en los discos de una mayoría junto con una entrada del propio mandato de su líder, así que todo líder posterior la tiene.
why-entry-unsafe = Un líder la contó como confirmada.
why-entry-not-at-leader = { $leader } lidera y no la tiene. Si { $leader } sigue siendo líder y envía su propia entrada para este lugar, { $node } la elimina.
why-entry-news = { $leader }, el líder, la ha confirmado. { $node } aún no se ha enterado.
why-entry-known-elsewhere = { $other } la cuenta como confirmada. Ningún líder se lo ha dicho aún a { $node }.
why-entry-in-snapshot = { $leader } ha sustituido sus entradas hasta la { $index } por una instantánea. { $node } aún no la tiene.
why-entry-only-here = { $leader } lidera y no la tiene.
why-entry-older-waits = { $leader } solo cuenta copias de entradas de su propio mandato, así que confirma esta junto con la entrada { $index }, cuando { $quorum } hayan acusado recibo de aquella. Faltan: { $missing }.
why-entry-missing = { $leader } la confirma cuando { $quorum } hayan acusado recibo de ella. Faltan: { $missing }.
why-entry-older-term = { $leader } solo cuenta copias de entradas de su propio mandato. Solo se puede confirmar junto con la próxima entrada del mandato { $term }.
why-entry-about-to-commit = Suficientes nodos han acusado recibo de ella; { $leader } está a punto de confirmarla.
missing-writing = { $node } (aún escribe en el disco)
missing-stopped = { $node } (detenido)
missing-frozen = { $node } (congelado)
missing-unreachable = { $node } (los mensajes hacia él se pierden)
missing-unheard = { $node } (sus respuestas se pierden)
missing-waiting = { $node } (su respuesta aún no ha llegado)

## Por qué un nodo no vota por otro

why-candidate-stopped = { $candidate } está detenido.
why-voter-stopped = { $voter } está detenido.
why-voter-frozen = { $voter } está congelado.
why-gave-vote = { $voter } dio su voto a { $candidate } en el mandato { $term }.
why-not-a-candidate = { $candidate } no es candidato, así que no pide votos a ningún nodo.
why-candidate-old-term = { $candidate } es candidato en un mandato anterior, que ha terminado.
why-voted-itself = { $voter } ya ha votado por sí mismo en este mandato, y solo tiene un voto.
why-voted-other = { $voter } ya ha votado por { $other } en este mandato, y solo tiene un voto.
why-voter-log-newer = El registro de { $voter } está más actualizado: a { $candidate } pueden faltarle entradas confirmadas.
why-direction-cut = El enlace de { $from } a { $to } está cortado, así que sus mensajes se pierden.
why-not-asked = { $candidate } no pide el voto a { $voter }, porque no cuenta a { $voter } entre los votantes.
why-promised = { $voter } ha dicho a { $candidate } que votaría por él.
why-voter-hears-leader = Según su reloj, { $voter } tuvo noticias de un líder menos de un tiempo de espera de elección antes de que se le pidiera el voto, así que ignoró la petición.
why-vote-request-ignored = { $voter } ignoró la petición.
why-vote-request-in-transit = La petición de { $candidate } a { $voter } aún está en tránsito.
why-vote-answer-in-transit = La respuesta de { $voter } a { $candidate } aún está en tránsito.
why-vote-waits-for-disk = { $node } escribe primero en su disco.
why-vote-request-lost = La petición de { $candidate } a { $voter } se perdió.
why-vote-answer-lost = La respuesta de { $voter } a { $candidate } se perdió.
why-refused-earlier = { $voter } ha rechazado una petición anterior de { $candidate }.
why-no-answer-yet = { $voter } aún no ha respondido a { $candidate }.

## Lo que se comparó: un rótulo, el valor aquí, el valor necesario

compare-votes = votos
compare-votes-promised = votos prometidos
compare-copies = copias
compare-acknowledged = con acuse de recibo
compare-on-disks = en los discos de
compare-term = mandato
compare-vote = voto
compare-last-entry = última entrada
compare-own-term = mandato propio
compare-its-term = su mandato
compare-candidate-term = mandato del candidato
compare-candidate-last = última del candidato
compare-vote-in-term = voto en este mandato
compare-silence = el temporizador de elección duró
compare-election-term = mandato de la elección
compare-waited = ha esperado
compare-entry-before = entrada anterior
compare-term-before = mandato de la entrada anterior
compare-term-there = mandato de su entrada
compare-leader-entry = entrada del líder ahí
compare-leader-commit = índice de confirmación del líder
compare-writes-lost = escrituras perdidas
compare-entry = entrada
compare-heard-from = con noticias de
compare-known-leader = líder que conoce
compare-reach-each-other = se comunican entre sí
compare-runs-out = vence dentro de
compare-committed-there = confirmado ahí
need-on-disk = como en su disco
need-at-least = al menos { $number }
need-below-last = por debajo del último
need-at-least-own = al menos { $term }, el de { $to }
need-at-most-commit = como mucho el índice de confirmación, { $commit-index }
need-none-or = ninguno, o { $candidate }
need-any = cualquiera
need-not-before = al menos { $position }
need-up-to-date = al menos tan actualizada como la del votante
need-same = la misma en ambos registros
need-itself = él mismo
need-timer = temporizador fijado en { $span }
need-votes = suficientes votos
need-term-at = mandato { $term }, en el índice { $index }
here-none = ninguno
here-nothing = nada
here-no-entry = no hay tal entrada
here-entry-of-term = una del mandato { $term }
here-nodes = { $voters }
here-span = { $span }

### La transcripción: una línea por evento. El nodo o cliente va delante: «C | vota por B».

## Mensajes

log-sends = envía a { $to } { $packet }
log-sent-twice = se envía dos veces un mensaje a { $to }, { $packet }
log-receives = recibe de { $from } { $packet }
log-lost-cut = se pierde un mensaje de { $from } a { $to }, { $packet }: el enlace está cortado
log-lost-random = se pierde al azar un mensaje de { $from } a { $to }, { $packet }
log-lost-dropped = se pierde un mensaje de { $from } a { $to }, { $packet }: se ha descartado
log-lost-stopped = se pierde un mensaje de { $from } a { $to }, { $packet }: { $to } está detenido
log-lost-overflow = se pierde un mensaje de { $from } a { $to }, { $packet }: el enlace está lleno

## Lo que dice un mensaje

packet-pre-vote = una petición de prevoto (mandato { $term }, última: { $position })
packet-pre-vote-granted = una promesa de votar (mandato { $term })
packet-pre-vote-refused = una negativa a prometer un voto (mandato { $term })
packet-vote-request = una petición de voto (mandato { $term }, última: { $position })
packet-vote-granted = un voto en el mandato { $term }
packet-vote-refused = una negativa a votar en el mandato { $term }
packet-heartbeat = un latido (mandato { $term }, índice de confirmación { $commit-index })
packet-append =
    { $count ->
        [one] { $count } entrada (mandato { $term }, tras { $position }, índice de confirmación { $commit-index })
       *[other] { $count } entradas (mandato { $term }, tras { $position }, índice de confirmación { $commit-index })
    }
packet-append-matched = un acuse de recibo hasta la entrada { $index } (mandato { $term })
packet-append-mismatched = un rechazo de lo que sigue a la entrada { $index } (mandato { $term })
packet-append-stale = un rechazo: ha empezado el mandato { $term }
packet-snapshot = una instantánea (mandato { $term }, hasta { $position })
packet-snapshot-part = un acuse de recibo de { $number } bytes de una instantánea (mandato { $term })
packet-snapshot-done = un acuse de recibo de la instantánea entera (mandato { $term })
packet-timeout-now = una petición de tomar el relevo (mandato { $term })
packet-read-index = una petición de lectura al líder (mandato { $term })
packet-read-index-reply = un índice de lectura: { $index } (mandato { $term })
packet-read-index-refused = ningún índice de lectura (mandato { $term })
packet-forward = una petición reenviada (mandato { $term })
packet-forward-reply = una respuesta reenviada (mandato { $term })
packet-client-request = la petición { $operation }
packet-client-done = la respuesta a la petición { $number }: { $outcome }
packet-client-superseded = la respuesta a la petición { $number }: reemplazada por { $position }
packet-client-redirected = la respuesta a la petición { $number }: dirígete a { $leader }
packet-client-no-leader = la respuesta a la petición { $number }: no se conoce ningún líder

## Lo mismo en el menú de un mensaje

say-pre-vote = ¿Votarías por mí? (mandato { $term }, última: { $position })
say-pre-vote-granted = Votaría (mandato { $term })
say-pre-vote-refused = No votaría (mandato { $term })
say-vote-request = Voto pedido (mandato { $term }, última: { $position })
say-vote-granted = Voto concedido en el mandato { $term }
say-vote-refused = Voto negado en el mandato { $term }
say-heartbeat = Latido (mandato { $term }, índice de confirmación { $commit-index })
say-append =
    { $count ->
        [one] { $count } entrada (mandato { $term }, tras { $position }, índice de confirmación { $commit-index })
       *[other] { $count } entradas (mandato { $term }, tras { $position }, índice de confirmación { $commit-index })
    }
say-append-matched = Acuse de recibo hasta la entrada { $index } (mandato { $term })
say-append-mismatched = Rechazado lo que sigue a la entrada { $index } (mandato { $term })
say-append-stale = Rechazado: ha empezado el mandato { $term }
say-snapshot = Instantánea (mandato { $term }, hasta { $position })
say-snapshot-part = Recibidos { $number } bytes de la instantánea (mandato { $term })
say-snapshot-done = Recibida la instantánea entera (mandato { $term })
say-timeout-now = Toma el relevo (mandato { $term })
say-read-index = ¿Hasta dónde debo haber aplicado? (mandato { $term })
say-read-index-reply = Responde lecturas después de la entrada { $index } (mandato { $term })
say-read-index-refused = No puedo decirlo (mandato { $term })
say-forward = Petición reenviada (mandato { $term })
say-forward-reply = Respuesta reenviada (mandato { $term })
say-client-request = Petición: { $operation }
say-client-done = Respuesta: { $outcome }
say-client-superseded = Nunca confirmada: reemplazada por { $position }
say-client-redirected = Dirígete a { $leader }
say-client-no-leader = No se conoce ningún líder

## Respuestas del almacén

outcome-written = hecho
outcome-value = { $value }
outcome-unset = sin valor
outcome-differs = no, es { $value }
outcome-differs-unset = no, no tiene valor
outcome-not-a-number = no, no es un número

## Temporizadores, discos, nodos

log-timer-election = vence su temporizador de elección
log-timer-heartbeat = vence su temporizador de latidos
log-timer-quorum = vence su temporizador de quórum
log-timer-transfer = vence su temporizador de cesión
log-write-begins = empieza la escritura { $number }: { $write }
log-write-durable = la escritura { $number } está en el disco
log-write-fails = falla la escritura { $number }
log-write-term = mandato { $term }
log-write-term-and-vote = mandato { $term }, voto por { $candidate }
log-write-snapshot = una instantánea hasta { $position }
log-write-entries =
    { $count ->
        [one] { $count } entrada desde el índice { $index }
       *[other] { $count } entradas desde el índice { $index }
    }
log-write-removal = ninguna entrada desde el índice { $index }
log-write-and = { $first-part }; { $second-part }
log-stops = se detiene
log-stops-losing-writes =
    { $count ->
        [one] se detiene; { $count } escritura se pierde
       *[other] se detiene; { $count } escrituras se pierden
    }
log-stops-torn = se detiene en medio de una escritura, de la que su disco puede tener una parte
log-disk-loses-entry = su disco pierde la entrada { $index }, de la que había acusado recibo
log-disk-loses-entries = su disco pierde las entradas { $index } a { $last-index }, de las que había acusado recibo
log-cannot-start = no puede arrancar: { $damage }
log-applies = aplica { $entry }, entrada { $index } (mandato { $term })
log-applies-with = aplica { $entry }, entrada { $index } (mandato { $term }): { $outcome }
log-applies-membership = aplica la nueva composición, entrada { $index } (mandato { $term })
log-request = petición { $number }: { $operation }
log-request-waits = la petición { $number } espera
log-request-done = la petición { $number } está hecha: { $outcome }
log-request-superseded = la petición { $number } nunca tuvo efecto
log-request-unknown = la petición { $number } puede haber tenido efecto o no
log-broken = se incumple { $guarantee }: { $facts }
log-change-committed = «{ $command }» está hecho y confirmado como { $position }
log-change-refused = rechaza «{ $command }»: { $rule-name } ({ $section })
log-change-refused-no-voter = rechaza «{ $command }»: no quedaría ningún votante
log-change-redirected = rechaza «{ $command }»: no lidera, el líder es { $leader }
log-change-redirected-nowhere = rechaza «{ $command }»: no lidera y no conoce a ningún líder
log-change-superseded = nunca realiza «{ $command }»: la entrada de otro líder lo ha reemplazado
log-change-unknown = no se enterará de si se realizó «{ $command }»

## Lo que decidió un nodo

log-boots = arranca en el mandato { $term }, última: { $position }
log-last-term = rechaza un mensaje de { $from }: su mandato es el último, tras el cual no es posible ninguna elección
log-unknown-sender = rechaza un mensaje de { $from }: no es miembro
log-broken-entries = rechaza un mensaje de { $from }: sus entradas tienen huecos o mandatos erróneos
log-broken-snapshot = rechaza un mensaje de { $from }: su instantánea es imposible
log-rejects-old-term = rechaza el mensaje de { $from }: es del mandato { $term }, que ha terminado (§5.1)
log-rejects-old-answer = rechaza la respuesta de { $from }: responde a un mensaje de un mandato anterior (§5.1)
log-rejects-by-rule = rechaza el mensaje de { $from }, que es del mandato { $term }: { $rule-name } ({ $section })
log-rejects-answer-by-rule = rechaza la respuesta de { $from }: { $rule-name } ({ $section })
log-accepts-old-answer = acepta la respuesta de { $from } a un mensaje de un mandato anterior, solo por la desactivación de { $rule-names }
log-accepts-without-rule = acepta el mensaje de { $from }, que es del mandato { $term }, solo por la desactivación de { $rule-names }
log-accepts-answer-without-rule = acepta la respuesta de { $from }, solo por la desactivación de { $rule-names }
log-adopts-term = pasa del mandato { $term } al { $other-term }, como { $other }
log-steps-down-leader = deja de liderar en el mandato { $term }
log-steps-down-candidate = ya no es candidato en el mandato { $term }
log-starts-election = inicia una elección en el mandato { $term }
log-terms-used-up = no puede iniciar una elección: el mandato { $term } es el último
log-may-not-stand = no inicia una elección: no es votante (§6)
log-stands-without-rule = inicia una elección, solo por la desactivación de { $rule-names }
log-starts-pre-vote = pregunta, tras el mandato { $term }, si ganaría
log-would-vote = votaría por { $candidate }
log-would-vote-without-rule = votaría por { $candidate }, solo por la desactivación de { $rule-names }
log-would-not-vote-old-term = no votaría por { $candidate }: mandato anterior (§5.1)
log-would-not-vote-log = no votaría por { $candidate }: su propio registro está más actualizado (§5.4.1)
log-would-not-vote-leader = no votaría por { $candidate }: puede que un líder esté vivo (tesis §4.2.3)
log-would-not-vote-without-rule = no votaría por { $candidate }, solo por la desactivación de { $rule-names }
log-would-not-vote-by-rule = no votaría por { $candidate }: { $rule-name } ({ $section })
log-votes = vota por { $candidate } en el mandato { $term }
log-votes-without-rule = vota por { $candidate } en el mandato { $term }, solo por la desactivación de { $rule-names }
log-refuses-vote-voted = niega su voto a { $candidate } en el mandato { $term }: ya ha votado (§5.2)
log-refuses-vote-old-term = niega su voto a { $candidate }: el mandato { $term } ha terminado (§5.1)
log-refuses-vote-log = niega su voto a { $candidate } en el mandato { $term }: su propio registro está más actualizado (§5.4.1)
log-refuses-vote-leader = niega su voto a { $candidate } en el mandato { $term }: puede que un líder esté vivo (tesis §4.2.3)
log-refuses-vote-again = rechaza la petición repetida de { $candidate } en el mandato { $term }: su propio registro está ahora más actualizado (§5.4.1)
log-refuses-vote-without-rule = niega su voto a { $candidate } en el mandato { $term }, solo por la desactivación de { $rule-names }
log-refuses-vote-by-rule = niega su voto a { $candidate } en el mandato { $term }: { $rule-name } ({ $section })
log-counts-vote = cuenta el voto de { $voter }: { $votes } de los { $needed } que necesita
log-counts-refusal = cuenta la negativa de { $voter }: { $votes } de los { $needed } que necesita
log-counts-vote-joint = cuenta el voto de { $voter }: tiene { $votes } y necesita { $quorum }
log-counts-refusal-joint = cuenta la negativa de { $voter }: tiene { $votes } votos y necesita { $quorum }
log-leads = lidera el mandato { $term } con { $votes } votos de los { $needed } que necesita
log-leads-joint = lidera el mandato { $term } con { $votes } votos; necesita { $quorum }
log-follows = toma a { $leader } por líder del mandato { $term }
log-creates-no-op = añade un no-op, entrada { $index } (mandato { $term })
log-creates-entry = añade la entrada { $index } (mandato { $term })
log-rejects-entries =
    { $count ->
        [0] rechaza el mensaje de { $leader }: aquí falta { $position } (§5.3)
        [one] rechaza { $count } entrada de { $leader }: aquí falta { $position } (§5.3)
       *[other] rechaza { $count } entradas de { $leader }: aquí falta { $position } (§5.3)
    }
log-rejects-entries-by-rule = rechaza las entradas de { $leader } tras { $position }: { $rule-name } ({ $section })
log-accepts-entries-without-rule = acepta las entradas de { $leader } tras { $position }, solo por la desactivación de { $rule-names }
log-removes-entry = elimina la entrada { $index } (mandato { $term })
log-removes-entries = elimina las entradas { $index } a { $last-index }
log-appends-entry = añade la entrada { $index } (mandato { $term })
log-appends-entries = añade las entradas { $index } a { $last-index }
log-learns-match = cuenta a { $follower } como coincidente hasta la entrada { $index }
log-backs-off = busca más atrás una coincidencia con { $follower }: nextIndex { $index }
log-commits =
    { $copies ->
        [one] confirma { $position }: cuenta { $copies } copia
       *[other] confirma { $position }: cuenta { $copies } copias
    }
log-commits-without-rule = confirma { $position }, solo por la desactivación de { $rule-names }
log-does-not-commit = no confirma { $position }: es de un mandato anterior (§5.4.2)
log-does-not-commit-by-rule = no confirma { $position }: { $rule-name } ({ $section })
log-commit-index = su índice de confirmación pasa de { $index } a { $commit-index }
log-commit-index-by-rule = su índice de confirmación pasa de { $index } a { $commit-index }: { $rule-name } ({ $section })
log-commit-index-without-rule = su índice de confirmación pasa de { $index } a { $commit-index }, solo por la desactivación de { $rule-names }
log-reads = responde una lectura con el índice de confirmación { $index }
log-reads-without-rule = responde una lectura con el índice de confirmación { $index }, solo por la desactivación de { $rule-names }
log-read-waits = hace esperar una lectura: { $rule-name } ({ $section })
log-compacts = sustituye su registro hasta { $position } por una instantánea
log-installs-snapshot = instala una instantánea hasta { $position }
log-installs-snapshot-without-rule = instala una instantánea hasta { $position }, solo por la desactivación de { $rule-names }
log-ignores-snapshot = ignora una instantánea hasta { $position }: { $rule-name } ({ $section })
log-changes-members = empieza el cambio de miembros
log-changes-members-without-rule = empieza el cambio de miembros, solo por la desactivación de { $rule-names }
log-refuses-change-another = rechaza el cambio: hay otro en curso
log-refuses-change-own-term = rechaza el cambio: aún no está confirmada ninguna entrada de su propio mandato (tesis §4.1)
log-refuses-change-no-voter = rechaza el cambio: no quedaría ningún votante
log-refuses-change-by-rule = rechaza el cambio: { $rule-name } ({ $section })
log-voters = los votantes son ahora { $voters }
log-membership-waits = añade una nueva composición, que aún no tiene efecto
log-voters-joint = los votantes son ahora { $voters } junto con { $old-voters }
log-hands-over = cede el liderazgo a { $successor }
log-gives-up-hand-over = no cede el liderazgo a { $successor }
log-hears-too-few = no cuenta respuestas de ninguna mayoría
log-redirects = no lidera; nombra a { $leader }
log-redirects-nowhere = no lidera y no conoce a ningún líder
