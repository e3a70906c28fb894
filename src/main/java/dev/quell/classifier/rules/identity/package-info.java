/** Rules about who calls and whether the number can be believed. */
@NullMarked
package dev.quell.classifier.rules.identity;

import org.jspecify.annotations.NullMarked;
