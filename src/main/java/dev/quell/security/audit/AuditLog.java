package dev.quell.security.audit;

import java.util.List;

/** The port to the record of what people did; entries are added and read, never changed. */
public interface AuditLog {

    /** Adds an entry; durable when this returns. Its id is given by the record. */
    void add(AuditEntry entry);

    /** A page of entries, newest first. */
    List<AuditEntry> page(AuditQuery query);
}
