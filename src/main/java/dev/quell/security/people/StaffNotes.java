package dev.quell.security.people;

/** The port to whoever keeps what people did with accounts. */
public interface StaffNotes {

    /** An account was made. */
    void made(String account, String after);

    /** An account's roles, agent, name or being disabled changed. */
    void changed(String account, String before, String after);

    /** An account was given another password. */
    void passwordSet(String account);
}
