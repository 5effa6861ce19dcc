title = 9. Y ahora, ¿qué?
summary = El artículo, la tesis, la especificación, las historias, las tareas y el laboratorio, y una última ejecución que predecir.
last-run-say = Una última ejecución. A lidera, y x=1 está confirmada. Las secciones 5.1 a 5.4 del artículo de Raft (Ongaro y Ousterhout, 2014) describen lo que ves.
predict-say = B se perdió x=2. A se ha detenido, y D está aislado. Vence primero el temporizador de B, luego el de C y por último el de E.
predict-ask = ¿Qué nodo será el líder?
predict-because = El registro de B es demasiado antiguo para obtener votos. D no llega a nadie. C consigue los votos de B, de E y el suyo: tres de cinco.
dissertation-say = C lidera el mandato 3, y B ya tiene x=2. La tesis de Ongaro (2014) cuenta el resto: prevoto, arrendamientos, cesión del liderazgo, cambios de miembros y la demostración.
specification-say = Su apéndice B es una especificación formal de Raft, en TLA+. Esta página comprueba las garantías de Raft tras cada evento. En esta ejecución se han cumplido todas.
stories-say = Cada historia muestra un caso, como la figura 8 del artículo. Cada tarea te pide que provoques uno, algunas con una regla desactivada.
lab-say = El laboratorio, raft-lab, ejecuta el mismo simulador en un terminal, semilla tras semilla, hasta que se incumple una garantía. La ejecución que encuentre se puede abrir aquí.
task = A está detenido y D está aislado. Repara el clúster, confirma x=4 en los cinco nodos y haz líder a D.
hint-1 = Vuelve a arrancar A y pulsa Reparar.
hint-2 = D ha ido aumentando su mandato él solo, así que su vuelta puede costar una elección. Espérala.
hint-3 = Envía x=4. Cuando D la tenga, haz vencer el temporizador de D, o cede el liderazgo a D.
