/** What the settings say, as far as an examination needs it, and programs of this machine. */
@NullMarked
package dev.quell.doctor.site;

import org.jspecify.annotations.NullMarked;
