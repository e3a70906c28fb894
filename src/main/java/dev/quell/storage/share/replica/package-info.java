/** How rows that other instances changed are taken into this instance's database, and who is told. */
@NullMarked
package dev.quell.storage.share.replica;

import org.jspecify.annotations.NullMarked;
