/** What an examination found, and how a check tells it. */
@NullMarked
package dev.quell.doctor.finding;

import org.jspecify.annotations.NullMarked;
