package dev.quell.security.people;

/**
 * Who somebody is to another service, for good: neither a name nor a mail address, which may be given to somebody else.
 *
 * @param way {@link Way#OIDC} or {@link Way#LDAP}
 * @param issuer the service: the provider's issuer, or {@code ldap:} and where the directory's people are; 1 to 400 characters
 * @param subject what that service never gives to another person; 1 to 255 characters
 */
public record Identity(Way way, String issuer, String subject) {

    private static final int LONGEST_ISSUER = 400;
    private static final int LONGEST_SUBJECT = 255;

    public Identity {
        if (way == Way.PASSWORD) {
            throw new IllegalArgumentException("whoever has a password here is nobody of another service");
        }
        if (issuer.isBlank() || issuer.length() > LONGEST_ISSUER) {
            throw new IllegalArgumentException("an issuer has 1 to " + LONGEST_ISSUER + " characters");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to " + LONGEST_SUBJECT + " characters");
        }
    }
}
