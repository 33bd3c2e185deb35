/**
 * What no class of the product may do, done: rules are shown to fail here. No application sees it.
 */
@org.jspecify.annotations.NullUnmarked
package planted;
