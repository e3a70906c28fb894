/** The servers under test, each a process of its own on loopback ports that were free: Asterisk and the packaged Quell. */
package dev.quell.e2e.server;
