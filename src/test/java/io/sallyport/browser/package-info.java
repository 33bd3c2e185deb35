/** The screens in a real browser, one class each, with the whole boundary behind them. */
@org.jspecify.annotations.NullMarked
package io.sallyport.browser;
