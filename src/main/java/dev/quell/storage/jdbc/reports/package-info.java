/** Reports that were sent, over SQL. */
@NullMarked
package dev.quell.storage.jdbc.reports;

import org.jspecify.annotations.NullMarked;
