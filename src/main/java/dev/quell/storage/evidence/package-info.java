/** Evidence out of the database: what the chain proves, whether it holds, what is held and what retention removes. */
@NullMarked
package dev.quell.storage.evidence;

import org.jspecify.annotations.NullMarked;
