/** Checks of the records: the own database, PostgreSQL, Redis. */
@NullMarked
package dev.quell.doctor.stores;

import org.jspecify.annotations.NullMarked;
