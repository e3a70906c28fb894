/** How long lists behave: memory, loading, changes, look-ups. */
@NullMarked
package dev.quell.bench.list;

import org.jspecify.annotations.NullMarked;
