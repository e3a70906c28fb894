package dev.quell.faults.world;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.e2e.server.Shell;
import dev.quell.faults.net.TcpProxy;
import dev.quell.faults.pbx.Pbx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Services, an Asterisk that asks them, its manager interface, and a network between them that can fail. Lives for some rounds. */
public final class World implements AutoCloseable {

    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final WorldKind kind;
    private final Path folder;
    private final FakeAmi ami = new FakeAmi();
    private final TcpProxy amiProxy = TcpProxy.to(ami.port());
    private final List<Service> services = new ArrayList<>();
    private final List<TcpProxy> agiProxies = new ArrayList<>();
    private final List<TcpProxy> httpProxies = new ArrayList<>();
    private final Optional<Stores> stores;
    private final Pbx pbx;

    private World(WorldKind kind) {
        this.kind = kind;
        this.folder =
                AppImage.base().resolve("world-" + ProcessHandle.current().pid() + "-" + WORLDS.incrementAndGet());
        this.stores = kind.stores() ? Optional.of(Stores.start(folder, kind.smallDisk())) : Optional.empty();
        for (int n = 1; n <= kind.services(); n++) {
            Service service = prepare(n);
            services.add(service);
            agiProxies.add(TcpProxy.to(service.agiPort()));
            httpProxies.add(TcpProxy.to(service.httpPort()));
        }
        this.pbx = Pbx.of("pbx", Service.TOKEN, addresses(), new Channels(ami));
    }

    /** Starts one of a kind and waits until all is well in it. */
    public static World start(WorldKind kind) {
        World world = new World(kind);
        try {
            world.services.forEach(Service::launch);
            Normal.await(world);
            world.warmUp();
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private void warmUp() {
        if (services.size() > 1) {
            addresses().forEach(address -> Warming.of(address, new Channels(ami)));
            Normal.await(this);
        }
    }

    private Service prepare(int n) {
        Path home = folder.resolve("quell-" + n);
        List<String> settings = new ArrayList<>(stores.map(Stores::settings).orElse(List.of()));
        if (kind.smallJournal()) {
            settings.add("--quell.storage.journal=4MB");
        }
        if (smallData()) {
            SmallDisk.mount(home.resolve("data"));
        }
        List<String> program = kind.movableClock()
                ? AppImage.get().command(MovableClockQuell.class)
                : AppImage.get().command();
        return Service.prepare(home, program, settings).withAsterisksSecrets().configure(amiProxy.port());
    }

    private boolean smallData() {
        return kind.smallDisk() && !kind.stores();
    }

    private List<Pbx.Address> addresses() {
        List<Pbx.Address> addresses = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            addresses.add(
                    new Pbx.Address(agiProxies.get(i).port(), httpProxies.get(i).port()));
        }
        return addresses;
    }

    /** What it is made of. */
    public WorldKind kind() {
        return kind;
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** The services, in the order in which the dialplan asks them. */
    public List<Service> services() {
        return List.copyOf(services);
    }

    /** The first service. */
    public Service service() {
        return services.getFirst();
    }

    /** The Asterisk. */
    public Pbx pbx() {
        return pbx;
    }

    /** Its manager interface. */
    public FakeAmi ami() {
        return ami;
    }

    /** The network between the services and the manager interface. */
    public TcpProxy amiNet() {
        return amiProxy;
    }

    /** The networks between the Asterisk and each service's FastAGI port. */
    public List<TcpProxy> agiNet() {
        return List.copyOf(agiProxies);
    }

    /** The networks between the Asterisk and each service's HTTP port. */
    public List<TcpProxy> httpNet() {
        return List.copyOf(httpProxies);
    }

    /** Redis and PostgreSQL. */
    public Stores stores() {
        return stores.orElseThrow(() -> new IllegalStateException("this world has no shared stores"));
    }

    /** What is written down: by the shared store where there is one, else by the service itself. */
    public Record record() {
        return kind.stores() ? stores().record() : Record.ofSqlite(service().data());
    }

    /** What each service has written down by itself. */
    public List<Record> ownRecords() {
        return services.stream().map(service -> Record.ofSqlite(service.data())).toList();
    }

    /** Ends everything; the folder stays if something is to be looked at. */
    public void close(boolean keep) {
        services.forEach(Service::close);
        pbx.close();
        agiProxies.forEach(TcpProxy::close);
        httpProxies.forEach(TcpProxy::close);
        amiProxy.close();
        ami.close();
        stores.ifPresent(Stores::close);
        if (keep && smallData()) {
            services.forEach(service -> SmallDisk.keep(service.data()));
        }
        if (smallData()) {
            services.forEach(service -> SmallDisk.unmount(service.data()));
        }
        if (!keep && Files.exists(folder)) {
            Shell.run("rm", "-rf", folder.toString());
        }
    }

    @Override
    public void close() {
        close(false);
    }

    /** A folder of this world's, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
