package dev.quell.history;

/** As what the site knows a caller. */
public enum KnownAs {
    /** On the site's list of customers. */
    CUSTOMER,
    /** Has a ticket that is open. */
    OPEN_TICKET,
    /** Was called by the site within the last days. */
    DIALLED
}
