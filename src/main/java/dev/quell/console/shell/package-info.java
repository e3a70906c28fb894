/** What all pages share: frame, navigation, languages, assets and errors. */
@NullMarked
package dev.quell.console.shell;

import org.jspecify.annotations.NullMarked;
