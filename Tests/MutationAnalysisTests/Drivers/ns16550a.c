/* A driver of the National Semiconductor NS16550A UART (June 1995), as one writes it by hand: the registers, then probe,
 * start, stop, the interrupt and characters both ways. `dddk bench mutations` changes it token by token, to count what
 * a C compiler notices. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UART_RBR 0u
#define UART_THR 0u
#define UART_DLL 0u
#define UART_IER 1u
#define UART_DLM 1u
#define UART_IIR 2u
#define UART_FCR 2u
#define UART_LCR 3u
#define UART_MCR 4u
#define UART_LSR 5u
#define UART_MSR 6u
#define UART_SCR 7u

#define IER_ERBFI 0x01u
#define IER_ETBEI 0x02u
#define IER_ELSI 0x04u
#define IER_EDSSI 0x08u

#define IIR_NONE 0x01u
#define IIR_ID 0x0eu
#define IIR_ID_MODEM 0x00u
#define IIR_ID_TRANSMIT 0x02u
#define IIR_ID_RECEIVE 0x04u
#define IIR_ID_LINE 0x06u
#define IIR_ID_TIMEOUT 0x0cu
#define IIR_FIFOS 0xc0u

#define FCR_ENABLE 0x01u
#define FCR_CLEAR_RECEIVE 0x02u
#define FCR_CLEAR_TRANSMIT 0x04u
#define FCR_TRIGGER_1 0x00u
#define FCR_TRIGGER_4 0x40u
#define FCR_TRIGGER_8 0x80u
#define FCR_TRIGGER_14 0xc0u

#define LCR_WLS_8 0x03u
#define LCR_STB 0x04u
#define LCR_PEN 0x08u
#define LCR_EPS 0x10u
#define LCR_STICK 0x20u
#define LCR_BREAK 0x40u
#define LCR_DLAB 0x80u

#define MCR_DTR 0x01u
#define MCR_RTS 0x02u
#define MCR_OUT1 0x04u
#define MCR_OUT2 0x08u
#define MCR_LOOP 0x10u

#define LSR_DR 0x01u
#define LSR_OE 0x02u
#define LSR_PE 0x04u
#define LSR_FE 0x08u
#define LSR_BI 0x10u
#define LSR_THRE 0x20u
#define LSR_TEMT 0x40u
#define LSR_FIFO_ERROR 0x80u

#define FIFO_BYTES 16u
#define INTERRUPT_ROUNDS 16u
#define IDLE_POLLS 1000000u
#define DIVISOR_MAXIMUM 65535u
#define SCRATCH_PATTERN 0xa5u

struct uart_errors {
  uint32_t framing;
  uint32_t parity;
  uint32_t breaks;
  uint32_t overrun;
};

struct uart {
  volatile uint8_t *base;
  uint32_t shift;
  uint32_t clock;
  uint32_t baud;
  struct uart_errors errors;
};

static uint8_t uart_read(const struct uart *uart, uint32_t offset) {
  return uart->base[(size_t)offset << uart->shift];
}

static void uart_write(const struct uart *uart, uint32_t offset, uint32_t value) {
  uart->base[(size_t)offset << uart->shift] = (uint8_t)value;
}

bool uart_probe(const struct uart *uart);
bool uart_start(struct uart *uart);
bool uart_stop(struct uart *uart);
uint32_t uart_put(struct uart *uart, const uint8_t *bytes, uint32_t count);
bool uart_get(struct uart *uart, uint8_t *byte);
uint32_t uart_interrupt(struct uart *uart);

bool uart_probe(const struct uart *uart) {
  uart_write(uart, UART_SCR, SCRATCH_PATTERN);
  return uart_read(uart, UART_SCR) == SCRATCH_PATTERN;
}

bool uart_start(struct uart *uart) {
  uint32_t divisor = (uart->clock + uart->baud * 8u) / (uart->baud * 16u);
  if (divisor == 0u || divisor > DIVISOR_MAXIMUM) {
    return false;
  }
  uart_write(uart, UART_IER, 0u);
  uart_write(uart, UART_LCR, LCR_DLAB | LCR_WLS_8);
  uart_write(uart, UART_DLL, divisor & 0xffu);
  uart_write(uart, UART_DLM, divisor >> 8);
  uart_write(uart, UART_LCR, LCR_WLS_8);
  uart_write(uart, UART_FCR, FCR_ENABLE | FCR_CLEAR_RECEIVE | FCR_CLEAR_TRANSMIT | FCR_TRIGGER_8);
  uart_write(uart, UART_MCR, MCR_DTR | MCR_RTS | MCR_OUT2);
  uart_write(uart, UART_IER, IER_ERBFI | IER_ELSI);
  return true;
}

bool uart_stop(struct uart *uart) {
  uart_write(uart, UART_IER, 0u);
  for (uint32_t poll = 0; poll < IDLE_POLLS; poll++) {
    if ((uart_read(uart, UART_LSR) & LSR_TEMT) != 0u) {
      uart_write(uart, UART_FCR, 0u);
      uart_write(uart, UART_MCR, 0u);
      return true;
    }
  }
  return false;
}

uint32_t uart_put(struct uart *uart, const uint8_t *bytes, uint32_t count) {
  uint32_t sent = 0;
  if ((uart_read(uart, UART_LSR) & LSR_THRE) == 0u) {
    uart_write(uart, UART_IER, uart_read(uart, UART_IER) | IER_ETBEI);
    return 0u;
  }
  while (sent < count && sent < FIFO_BYTES) {
    uart_write(uart, UART_THR, bytes[sent]);
    sent++;
  }
  return sent;
}

static void uart_count_errors(struct uart *uart, uint8_t status) {
  if ((status & LSR_FE) != 0u) {
    uart->errors.framing++;
  }
  if ((status & LSR_PE) != 0u) {
    uart->errors.parity++;
  }
  if ((status & LSR_BI) != 0u) {
    uart->errors.breaks++;
  }
  if ((status & LSR_OE) != 0u) {
    uart->errors.overrun++;
  }
}

bool uart_get(struct uart *uart, uint8_t *byte) {
  uint8_t status = uart_read(uart, UART_LSR);
  uart_count_errors(uart, status);
  if ((status & LSR_DR) == 0u) {
    return false;
  }
  *byte = uart_read(uart, UART_RBR);
  return true;
}

uint32_t uart_interrupt(struct uart *uart) {
  uint32_t causes = 0;
  for (uint32_t round = 0; round < INTERRUPT_ROUNDS; round++) {
    uint8_t pending = uart_read(uart, UART_IIR);
    if ((pending & IIR_NONE) != 0u) {
      break;
    }
    uint32_t cause = pending & IIR_ID;
    if (cause == IIR_ID_LINE) {
      uart_count_errors(uart, uart_read(uart, UART_LSR));
    } else if (cause == IIR_ID_MODEM) {
      (void)uart_read(uart, UART_MSR);
    } else if (cause == IIR_ID_TRANSMIT) {
      uart_write(uart, UART_IER, uart_read(uart, UART_IER) & ~IER_ETBEI);
      causes |= 2u;
    } else if (cause == IIR_ID_RECEIVE || cause == IIR_ID_TIMEOUT) {
      causes |= 1u;
      break;
    }
  }
  return causes;
}
