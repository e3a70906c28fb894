package dev.quell.security.people;

/**
 * A password as it is kept; its text is shown nowhere.
 *
 * @param encoded with the name of the way that made it, for example {@code {sha256-bcrypt}$2a$12$…}
 */
public record PasswordHash(String encoded) {

    public PasswordHash {
        if (encoded.isBlank()) {
            throw new IllegalArgumentException("a password's hash is not empty");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
