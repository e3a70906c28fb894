/** Reviews of calls and proposals for the lists and of rules over SQL. */
@NullMarked
package dev.quell.storage.jdbc.desk;

import org.jspecify.annotations.NullMarked;
