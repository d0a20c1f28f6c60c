package example;
public class Main {
    private static final int WIDTH = 100; // pixels
    private static final int HEIGHT = 200; // pixels
    private static final int DEPTH = 300; // pixels
}
