package dev.quell.asterisk.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Set;
import java.util.regex.Pattern;

/** The secret that one installation's dialplan and service share, and which every request must show. */
public final class InstallationToken {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{16,64}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MADE_LENGTH = 32;

    private final byte[] secret;
    private final String place;

    private InstallationToken(String secret, String place) {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
        this.place = place;
    }

    /**
     * Reads the token from its file; makes both if there is no file.
     *
     * @throws IllegalStateException if the file holds no token
     * @throws UncheckedIOException if the file can be neither read nor made
     */
    public static InstallationToken of(Path file) {
        try {
            makeIfMissing(file);
            String secret = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!FORM.matcher(secret).matches()) {
                throw new IllegalStateException("The installation token in " + file
                        + " must be 16 to 64 letters and digits on one line, the same as QUELL_TOKEN of the dialplan");
            }
            return new InstallationToken(secret, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read or make the installation token " + file
                            + "; make the file readable for the service's user, or set quell.asterisk.token-file",
                    e);
        }
    }

    /** A token made for a while and kept nowhere. */
    public static InstallationToken passing() {
        return new InstallationToken(made(), "nothing");
    }

    /** Compares in constant time. */
    public boolean matches(String shown) {
        return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret, for who has to show it. */
    public String reveal() {
        return new String(secret, StandardCharsets.US_ASCII);
    }

    /** Where the token is kept, for messages. */
    String place() {
        return place;
    }

    private static void makeIfMissing(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap((made() + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // Another instance was quicker: its token is as good, and is read next.
            return;
        }
    }

    private static String made() {
        SecureRandom random = new SecureRandom();
        return random.ints(MADE_LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "InstallationToken[…]";
    }
}
