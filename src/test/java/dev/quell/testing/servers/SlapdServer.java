package dev.quell.testing.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.core.support.LdapContextSource;

/** A private OpenLDAP on loopback ports of its own: plain with StartTLS, and encrypted. Its people come from an LDIF file. */
public final class SlapdServer implements AutoCloseable {

    /** What all names end in. */
    public static final String BASE = "dc=example,dc=org";

    /** Who may search. */
    public static final String READER = "cn=quell," + BASE;

    /** The password of whoever may search, and of the administrator. */
    public static final String PASSWORD = "not-a-secret";

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");

    private final Path folder;
    private final int port = Ports.free();
    private final int encrypted = Ports.free();
    private Process process;

    private SlapdServer(Path folder) {
        this.folder = folder;
        this.process = begin();
    }

    /** Whether tests with a directory are to run: it is installed, or the build's machine says that it must be. */
    public static boolean expected() {
        return System.getenv("CI") != null || Files.isExecutable(PROGRAM);
    }

    /** A server that answers when this returns, with the people of an LDIF file. Its data and its certificate, of {@code localhost}, lie below the folder. */
    public static SlapdServer start(Path folder, Path people) {
        try {
            Path own = Files.createDirectory(folder.resolve("slapd"));
            Certificates.make(own, "localhost");
            Files.createDirectory(own.resolve("data"));
            Files.writeString(own.resolve("slapd.conf"), config(own));
            Programs.run(
                    "/usr/sbin/slapadd",
                    "-q",
                    "-f",
                    own.resolve("slapd.conf").toString(),
                    "-l",
                    people.toAbsolutePath().toString());
            SlapdServer server = new SlapdServer(own);
            Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(Path own) {
        return """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                moduleload memberof
                moduleload ppolicy
                TLSCACertificateFile %1$s/certificate.pem
                TLSCertificateFile %1$s/certificate.pem
                TLSCertificateKeyFile %1$s/key.pem
                database mdb
                suffix %2$s
                rootdn cn=admin,%2$s
                rootpw %3$s
                directory %1$s/data
                overlay memberof
                overlay ppolicy
                access to attrs=userPassword by anonymous auth by * none
                access to * by dn.exact=%4$s read by self read by anonymous auth
                """.formatted(own, BASE, PASSWORD, READER);
    }

    /** The plain way to it. */
    public String url() {
        return "ldap://localhost:" + port;
    }

    /** The encrypted way to it. */
    public String encryptedUrl() {
        return "ldaps://localhost:" + encrypted;
    }

    /** The authority that its certificate is of, in PEM. */
    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** Puts somebody into a group, or out of it. */
    public void member(String group, String person, boolean in) {
        LdapContextSource source = new LdapContextSource();
        source.setUrl(url());
        source.setBase(BASE);
        source.setUserDn("cn=admin," + BASE);
        source.setPassword(PASSWORD);
        source.afterPropertiesSet();
        LdapTemplate admin = new LdapTemplate(source);
        DirContextOperations changed = admin.lookupContext(group);
        if (in) {
            changed.addAttributeValue("member", person + "," + BASE);
        } else {
            changed.removeAttributeValue("member", person + "," + BASE);
        }
        admin.modifyAttributes(changed);
    }

    /** Kills it at once, as {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it from doing anything while its ports stay open, as {@code kill -STOP}. */
    public void freeze() {
        Programs.run("kill", "-STOP", Long.toString(process.pid()));
    }

    /** Lets a frozen one go on. */
    public void thaw() {
        Programs.run("kill", "-CONT", Long.toString(process.pid()));
    }

    /** Starts it again after its end, with the data it had. */
    public void restart() {
        process = begin();
    }

    private Process begin() {
        try {
            Process begun = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-d",
                            "0",
                            "-h",
                            "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + encrypted,
                            "-f",
                            folder.resolve("slapd.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("server.log").toFile()))
                    .start();
            await().pollInterval(Duration.ofMillis(20)).until(() -> answers(port) && answers(encrypted));
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException("slapd cannot be started", e);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
