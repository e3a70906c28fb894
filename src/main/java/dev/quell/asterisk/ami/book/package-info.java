/** What one Asterisk's events told about its calls, kept in bounded memory. */
@NullMarked
package dev.quell.asterisk.ami.book;

import org.jspecify.annotations.NullMarked;
