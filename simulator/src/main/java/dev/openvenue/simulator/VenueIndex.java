package dev.openvenue.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The simulated venues: those of this package, which the build lists by their names ({@code XtVenue}), so that a new
 * one needs no entry anywhere, and those of others, which {@link ServiceLoader} finds.
 */
final class VenueIndex {
    private static final String LIST = "venues.txt";
    private static final String SUFFIX = "Venue.class";

    private VenueIndex() {}

    /** Called by the build: lists the venues among the classes in a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).resolve(VenueIndex.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.equals(SUFFIX))
                    .map(name -> name.replaceFirst("\\.class$", ""))
                    .sorted()
                    .toList();
            Files.write(folder.resolve(LIST), names);
        }
    }

    /** New instances of all venues, by id. */
    static List<Venue> venues() {
        List<Venue> venues = new ArrayList<>();
        names().forEach(name -> venues.add(create(name)));
        ServiceLoader.load(Venue.class, Venue.class.getClassLoader()).forEach(venues::add);
        venues.sort(Comparator.comparing(Venue::id));
        return venues;
    }

    private static List<String> names() {
        try (InputStream list = VenueIndex.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(
                        "The simulator was compiled without its list of venues; build it with Maven");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's list of venues cannot be read", e);
        }
    }

    private static Venue create(String name) {
        try {
            return Class.forName(VenueIndex.class.getPackageName() + "." + name)
                    .asSubclass(Venue.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " cannot be created: " + e.getCause(), e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    name + " is no venue: it must implement Venue and have a constructor without arguments", e);
        }
    }
}
