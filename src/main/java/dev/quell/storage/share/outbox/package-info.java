/** What this instance has to tell the shared stores, kept in its own database. */
@NullMarked
package dev.quell.storage.share.outbox;

import org.jspecify.annotations.NullMarked;
