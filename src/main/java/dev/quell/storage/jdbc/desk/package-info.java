/** Reviews of calls and proposals for the lists over SQL. */
@NullMarked
package dev.quell.storage.jdbc.desk;

import org.jspecify.annotations.NullMarked;
